import { getTranslations } from "@/i18n/translations";
import type { Grant } from "@/lib/domain/access";
import { cents, sum } from "@/lib/domain/money";
import { requestState } from "@/lib/domain/sampling/evidence-request";
import { differenceOf } from "@/lib/domain/sampling/examined";
import type { SampleItem } from "@/lib/domain/sampling/sample";
import { amount, type Cell, date, text, whole } from "@/lib/files/cell";
import { one } from "@/lib/input/as-of";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { listRequests } from "@/lib/queries/sampling/evidence-requests";
import { findSample } from "@/lib/queries/sampling/find-sample";
import { listSamples } from "@/lib/queries/sampling/list-samples";
import { dateInAmsterdam } from "@/lib/views/dates";
import { shareText } from "@/lib/views/sisa";
import type { ExportAsked, MadeTable } from "./made";
import { tableNow } from "./table-now";

/** Every sample with what is needed to draw it again. */
export async function samplesFile(
  grant: Grant<"sample:manage">,
  programme: ProgrammeRow,
  asked: ExportAsked,
): Promise<MadeTable> {
  const { locale } = asked;
  const [t, methods] = [
    await getTranslations({ locale, namespace: "sampling.population" }),
    await getTranslations({ locale, namespace: "sampling.methods" }),
  ];
  const { samples } = await listSamples(grant, programme.id);
  const rows = samples.map((sample): Cell[] => [
    text(sample.number),
    text(methods(sample.method)),
    text(sample.purpose),
    text(sample.population.stream?.name ?? t("everyStream")),
    text(sample.population.municipality?.name ?? t("everyMunicipality")),
    text(sample.population.year === null ? t("everyYear") : String(sample.population.year)),
    text(sample.population.knownAt),
    whole(sample.population.ledgerSeq),
    amount(cents(sample.population.totals.positiveCents)),
    text(shareText(sample.confidence, locale)),
    text(shareText(sample.tolerable, locale)),
    text(shareText(sample.expected, locale)),
    amount(sample.interval),
    text(sample.seed),
    text(sample.population.digest),
    whole(BigInt(sample.items)),
    whole(BigInt(sample.examined)),
    text(sample.drawnBy),
    text(sample.drawnAt.toISOString()),
  ]);
  const columns = [
    ["number", 18],
    ["method", 26],
    ["reason", 40],
    ["stream", 28],
    ["municipality", 22],
    ["year", 12],
    ["recordedAt", 28],
    ["ledgerSeq", 12],
    ["positive", 18],
    ["confidence", 12],
    ["tolerable", 12],
    ["expected", 12],
    ["interval", 18],
    ["seed", 20],
    ["digest", 66],
    ["items", 10],
    ["examined", 10],
    ["by", 22],
    ["created", 26],
  ] as const;
  return tableNow(grant, programme, asked, {
    kind: "steekproeven",
    filter: [],
    totals: [],
    columns,
    rows,
  });
}

/** The items of a sample with what was established and asked. */
export async function sampleFile(
  grant: Grant<"sample:manage">,
  programme: ProgrammeRow,
  asked: ExportAsked,
): Promise<MadeTable> {
  const { locale, params } = asked;
  const { header, items } = await findSample(grant, programme.id, one(params.steekproef));
  const [strata, t] = [
    await getTranslations({ locale, namespace: "sampling.items.strata" }),
    await getTranslations({ locale, namespace: "ledger.export.columns" }),
  ];
  const said = await getTranslations({ locale, namespace: "sampling.items" });
  const rows = items.map((item): Cell[] => {
    const [last] = item.results;
    const difference = differences(item);
    const [request] = item.requests;
    return [
      whole(item.seq),
      text(strata(item.stratum)),
      text(item.streamName),
      text(item.municipalityName),
      text(item.areaName),
      text(locale === "en" ? item.themeEn : item.themeNl),
      whole(BigInt(item.year)),
      date(item.effectiveOn),
      text(item.report?.number ?? null),
      amount(item.amount),
      amount(last?.audited ?? null),
      amount(difference?.error ?? null),
      amount(difference?.under ?? null),
      amount(difference?.uncertain ?? null),
      text(last === undefined ? null : said(last.deviates ? "deviating" : "right")),
      text(last?.remark ?? null),
      text(last?.by ?? null),
      text(request?.question ?? null),
      text(request?.end?.note ?? null),
      text(request?.end?.document?.fileName ?? null),
      text(request?.end?.document?.sha256 ?? null),
    ];
  });
  const columns = [
    ["seq", 10],
    ["stratum", 14],
    ["stream", 28],
    ["municipality", 22],
    ["area", 24],
    ["theme", 24],
    ["year", 8],
    ["effectiveOn", 12],
    ["report", 18],
    ["booked", 18],
    ["audited", 18],
    ["error", 18],
    ["under", 18],
    ["uncertain", 18],
    ["deviates", 14],
    ["remark", 40],
    ["by", 22],
    ["question", 40],
    ["answer", 40],
    ["answerDocument", 30],
    ["documentHash", 66],
  ] as const;
  const total = (name: "error" | "uncertain") =>
    sum(items.map((item) => differences(item)?.[name] ?? cents(0n)));
  return tableNow(grant, programme, asked, {
    kind: "steekproef",
    filter: [header.number, header.seed],
    totals: [
      { name: t("booked").toLowerCase(), amount: sum(items.map((item) => item.amount)) },
      { name: t("error").toLowerCase(), amount: total("error") },
      { name: t("uncertain").toLowerCase(), amount: total("uncertain") },
    ],
    columns,
    rows,
  });
}

function differences({ seq, stratum, amount: booked, results: [last] }: SampleItem) {
  if (last === undefined || last.audited === null) return null;
  return differenceOf({
    seq,
    stratum,
    booked,
    audited: last.audited,
    uncertain: last.uncertain ?? cents(0n),
  });
}

/** What auditors asked of municipalities, as the reader of the page sees it. */
export async function requestsFile(
  grant: Grant<"request:read">,
  programme: ProgrammeRow,
  asked: ExportAsked,
): Promise<MadeTable> {
  const { locale, now } = asked;
  const states = await getTranslations({ locale, namespace: "status.evidenceRequest" });
  const today = dateInAmsterdam(now);
  const requests = await listRequests(grant, programme.id);
  const rows = requests.map((request): Cell[] => [
    whole(request.seq),
    text(request.streamName),
    text(request.municipalityName),
    text(request.areaName),
    text(locale === "en" ? request.themeEn : request.themeNl),
    text(request.reportNumber),
    amount(request.amount),
    text(request.question),
    date(request.dueOn),
    text(states(requestState(request, today))),
    text(request.end?.note ?? null),
    text(request.end?.document?.fileName ?? null),
    text(request.end?.document?.sha256 ?? null),
  ]);
  const columns = [
    ["seq", 10],
    ["stream", 28],
    ["municipality", 22],
    ["area", 24],
    ["theme", 24],
    ["report", 18],
    ["booked", 18],
    ["question", 40],
    ["answerBy", 14],
    ["state", 18],
    ["answer", 40],
    ["answerDocument", 30],
    ["documentHash", 66],
  ] as const;
  return tableNow(grant, programme, asked, {
    kind: "bewijsverzoeken",
    filter: [],
    totals: [],
    columns,
    rows,
  });
}
