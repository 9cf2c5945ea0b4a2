import { getTranslations } from "@/i18n/translations";
import type { Grant } from "@/lib/domain/access";
import { changeOf, type KeptCrossFinding } from "@/lib/domain/cross-checks/kept-run";
import { cents } from "@/lib/domain/money";
import { NotFound } from "@/lib/domain/refusal";
import { amount, type Cell, text, whole } from "@/lib/files/cell";
import { one } from "@/lib/input/as-of";
import { readCrossFindingsAsked, readRunNumber } from "@/lib/input/cross-checks";
import { findCrossFindings } from "@/lib/queries/cross-checks/findings";
import { findRun } from "@/lib/queries/cross-checks/runs";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { cutLists, cutSentence } from "@/lib/views/cross-checks";
import { sentenceFacts } from "@/lib/views/reports";
import type { ExportAsked, MadeTable } from "./made";
import { tableNow } from "./table-now";

/** Every finding of a run, as far as it is asked for, with both figures and where they are from. */
export async function crossCheckFile(
  grant: Grant<"reconciliation:read">,
  programme: ProgrammeRow,
  asked: ExportAsked,
): Promise<MadeTable> {
  const { locale, params } = asked;
  const number = readRunNumber(one(params.nummer));
  if (number === null) throw new NotFound("run");
  const run = await findRun(grant, programme.id, number);
  const question = readCrossFindingsAsked(params);
  const { rows: findings } = await findCrossFindings(grant, run, question, null);
  const [t, changes] = [
    await getTranslations({ locale, namespace: "crossChecks" }),
    await getTranslations({ locale, namespace: "status.crossChange" }),
  ];
  const sentences = (await getTranslations({ locale, namespace: "crossChecks.problems" })) as unknown as (
    key: string,
    facts: Record<string, string | number>,
  ) => string;
  const rows = findings.map((finding): Cell[] => [
    text(finding.code),
    text(finding.about.name),
    text(sentences(`${finding.code}.${finding.problem}`, sentenceFacts(finding, locale))),
    text(finding.stream?.name ?? null),
    text(finding.municipality?.name ?? null),
    text(t(`origins.${finding.source.origin}`)),
    figure(finding, finding.source.value),
    text(t(`origins.${finding.target.origin}`)),
    figure(finding, finding.target.value),
    figure(finding, finding.difference),
    text(t(`severities.${finding.severity}`)),
    text(finding.waived ? t("severities.waived") : null),
    text(changes(changeOf(finding, run))),
    whole(BigInt(finding.since)),
    text(finding.written.map((written) => written.number).join(", ")),
    text(finding.key),
  ]);
  const columns = [
    ["rule", 8],
    ["about", 34],
    ["reason", 80],
    ["stream", 28],
    ["municipality", 22],
    ["sourceOf", 28],
    ["sourceFigure", 20],
    ["targetOf", 28],
    ["targetFigure", 20],
    ["difference", 20],
    ["weight", 18],
    ["waived", 14],
    ["state", 12],
    ["sinceRun", 12],
    ["finding", 18],
    ["key", 44],
  ] as const;
  return tableNow(grant, programme, asked, {
    kind: "controle",
    asOf: run.asOf,
    filter: [
      t("runs.number", { number: String(number) }),
      ...Object.values(question).map(String),
      ...cutLists(run.outcomes, question.rule).map((cut) => t("findings.cut", cutSentence(cut, locale))),
    ],
    totals: [],
    columns,
    rows,
  });
}

/** An amount or a number of things; empty where a side has nothing. */
const figure = ({ unit }: KeptCrossFinding, value: bigint | null): Cell =>
  unit === "cents" ? amount(value === null ? null : cents(value)) : whole(value);
