import { getTranslations } from "@/i18n/translations";
import type { Grant } from "@/lib/domain/access";
import { trackedTotals } from "@/lib/domain/findings/tolerance-tracker";
import { cents, sum } from "@/lib/domain/money";
import { amount, type Cell, date, text, whole } from "@/lib/files/cell";
import { readFindingsAsked, readToleranceAsked } from "@/lib/input/findings";
import { exportFindings } from "@/lib/queries/findings/find-finding";
import { findTolerance } from "@/lib/queries/findings/track-tolerance";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { moneyYears } from "@/lib/views/money-years";
import { shareText } from "@/lib/views/sisa";
import type { ExportAsked, MadeTable } from "./made";
import { tableNow } from "./table-now";

/** Every finding of the list's question, with the last answer to it. */
export async function findingsFile(
  grant: Grant<"finding:read">,
  programme: ProgrammeRow,
  asked: ExportAsked,
): Promise<MadeTable> {
  const { locale, params } = asked;
  const question = readFindingsAsked(params);
  const findings = await exportFindings(grant, programme.id, question);
  const [t, states, said, columnNames] = [
    await getTranslations({ locale, namespace: "findings" }),
    await getTranslations({ locale, namespace: "status.auditFinding" }),
    await getTranslations({ locale, namespace: "findings.history" }),
    await getTranslations({ locale, namespace: "ledger.export.columns" }),
  ];
  const rows = findings.map((finding): Cell[] => {
    const answer = finding.events.findLast(({ action }) => action === "answered");
    return [
      text(finding.number),
      whole(BigInt(finding.year)),
      text(finding.municipality?.name ?? null),
      text(finding.stream?.name ?? null),
      text(finding.title),
      text(finding.text),
      text(t(`categories.${finding.category}`)),
      text(t(`natures.${finding.nature}`)),
      amount(finding.amount),
      text(finding.counts ? "x" : null),
      text(finding.entries.map(({ seq }) => String(seq)).join(", ")),
      text(finding.action),
      date(finding.dueOn),
      text(states(finding.status)),
      text(answer?.agreement == null ? null : said(`agreements.${answer.agreement}`)),
      text(answer?.text ?? null),
      text(finding.earlier.map(({ number }) => number).join(", ")),
      text(finding.author),
      text(finding.writtenAt.toISOString()),
    ];
  });
  const columns = [
    ["number", 18],
    ["year", 8],
    ["municipality", 22],
    ["stream", 28],
    ["title", 40],
    ["text", 60],
    ["category", 24],
    ["nature", 16],
    ["amount", 18],
    ["counts", 10],
    ["entries", 20],
    ["action", 40],
    ["dueOn", 14],
    ["state", 16],
    ["agreement", 14],
    ["lastAnswer", 60],
    ["follows", 18],
    ["author", 22],
    ["created", 26],
  ] as const;
  const counted = findings.filter(({ counts, issuedVersion }) => counts && issuedVersion !== null);
  const total = (nature: "error" | "uncertainty") =>
    sum(counted.flatMap((one) => (one.nature === nature ? [one.amount ?? cents(0n)] : [])));
  return tableNow(grant, programme, asked, {
    kind: "bevindingen",
    filter: Object.values(question).map(String),
    totals: [
      { name: columnNames("errors").toLowerCase(), amount: total("error") },
      { name: columnNames("uncertainties").toLowerCase(), amount: total("uncertainty") },
    ],
    columns,
    rows,
  });
}

/** The tracker as it stands on its page, with the norm that it was held against. */
export async function toleranceFile(
  grant: Grant<"finding:read">,
  programme: ProgrammeRow,
  asked: ExportAsked,
): Promise<MadeTable> {
  const { locale, params, now } = asked;
  const question = readToleranceAsked(params, now);
  const years = moneyYears(programme, now);
  const year = years.find((one) => one === question.year) ?? years[1] ?? programme.horizonFrom;
  const { tolerance, schemes } = await findTolerance(grant, programme.id, { ...question, year });
  const [outcomes, sisa, columnNames] = [
    await getTranslations({ locale, namespace: "sisa.tolerance.outcomes" }),
    await getTranslations({ locale, namespace: "sisa.tolerance" }),
    await getTranslations({ locale, namespace: "ledger.export.columns" }),
  ];
  const rows = schemes.map((scheme): Cell[] => [
    text(scheme.name),
    amount(scheme.spent),
    amount(scheme.errors),
    amount(scheme.room?.errors ?? null),
    amount(scheme.uncertainties),
    amount(scheme.room?.uncertainties ?? null),
    text(scheme.outcome === null ? null : outcomes(scheme.outcome)),
  ]);
  const columns = [
    ["stream", 28],
    ["spent", 18],
    ["errors", 18],
    ["errorsRoom", 18],
    ["uncertainties", 18],
    ["uncertaintiesRoom", 18],
    ["outcome", 30],
  ] as const;
  const norm =
    tolerance === null
      ? []
      : [
          sisa(`reading.${tolerance.reading}`, {
            errors: shareText(tolerance.errors, locale),
            uncertainties: shareText(tolerance.uncertainties, locale),
            year: String(tolerance.firstYear),
          }),
          tolerance.source,
        ];
  const totals = trackedTotals(schemes);
  return tableNow(grant, programme, asked, {
    kind: "tolerantie",
    filter: [String(year), ...(question.municipality === null ? [] : [question.municipality]), ...norm],
    totals: (["spent", "errors", "uncertainties"] as const).map((name) => ({
      name: columnNames(name).toLowerCase(),
      amount: totals[name],
    })),
    columns,
    rows,
  });
}
