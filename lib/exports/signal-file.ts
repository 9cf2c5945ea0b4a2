import { getTranslations } from "@/i18n/translations";
import type { Grant } from "@/lib/domain/access";
import { type Cell, text, whole } from "@/lib/files/cell";
import { readSignalYear } from "@/lib/input/signals";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { listSignals } from "@/lib/queries/signals/find-signals";
import { moneyYears } from "@/lib/views/money-years";
import { signalWords } from "@/lib/views/signals";
import type { ExportAsked, MadeTable } from "./made";
import { tableNow } from "./table-now";

/** What stands out in a year, with its sentence and what was made of it. */
export async function signalsFile(
  grant: Grant<"signal:judge">,
  programme: ProgrammeRow,
  asked: ExportAsked,
): Promise<MadeTable> {
  const { locale, params, now } = asked;
  const years = moneyYears(programme, now);
  const wanted = readSignalYear(params);
  const year = years.find((one) => one === wanted) ?? years[1] ?? programme.horizonFrom;
  const [kinds, states] = [
    await getTranslations({ locale, namespace: "signals.kinds" }),
    await getTranslations({ locale, namespace: "status.signal" }),
  ];
  const sentences = (await getTranslations({ locale, namespace: "signals.sentences" })) as unknown as (
    key: string,
    facts: Record<string, string | number>,
  ) => string;
  const signals = await listSignals(grant, programme.id, year);
  const rows = signals.map((signal): Cell[] => [
    text(kinds(signal.kind)),
    whole(BigInt(signal.year)),
    text(signal.streamName),
    text(signal.municipalityName),
    text(sentences(`${signal.kind}.${signal.sentence}`, signalWords(signal.facts, locale))),
    text(states(signal.judged?.judgement ?? "new")),
    text(signal.judged?.reason ?? null),
    text(signal.judged?.by ?? null),
    text(signal.judged?.at.toISOString() ?? null),
    text(signal.key),
  ]);
  const columns = [
    ["kind", 30],
    ["year", 8],
    ["stream", 28],
    ["municipality", 22],
    ["reason", 80],
    ["state", 18],
    ["remark", 40],
    ["by", 22],
    ["created", 26],
    ["key", 40],
  ] as const;
  return tableNow(grant, programme, asked, {
    kind: "signalen",
    filter: [String(year)],
    totals: [],
    columns,
    rows,
  });
}
