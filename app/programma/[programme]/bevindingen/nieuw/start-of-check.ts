import { getLocale, getTranslations } from "next-intl/server";
import type { Grant } from "@/lib/domain/access";
import { findCrossFinding } from "@/lib/queries/cross-checks/findings";
import type { FindingStart } from "@/lib/queries/findings/find-finding";
import { figureText } from "@/lib/views/cross-checks";
import { instant, longDate } from "@/lib/views/dates";
import { sentenceFacts } from "@/lib/views/reports";

/** What a finding begins with that is written of one of a run: its sentence, both figures, and where they are from. */
export async function startOfCheck(
  grant: Grant<"finding:write">,
  programmeId: string,
  { run: number, key }: { readonly run: number; readonly key: string },
): Promise<FindingStart> {
  const { run, finding } = await findCrossFinding(grant, programmeId, number, key);
  const [t, locale] = [await getTranslations("crossChecks"), await getLocale()];
  const sentences = (await getTranslations("crossChecks.problems")) as unknown as (
    key: string,
    facts: Record<string, string | number>,
  ) => string;
  const said = (value: bigint | null) =>
    value === null ? t("findings.absent") : figureText(value, finding.unit, locale);
  const { difference, unit, source, target, about, code } = finding;
  const money = unit === "cents" && difference !== null && finding.stream !== null;
  return {
    streamId: finding.stream?.id ?? null,
    municipalityId: finding.municipality?.id ?? null,
    year: finding.year,
    nature: money ? "error" : null,
    amount: money ? (difference < 0n ? -difference : difference) : null,
    title: t("prefill.title", { rule: code, about: about.name }).slice(0, 200),
    remark: t("prefill.text", {
      sentence: sentences(`${code}.${finding.problem}`, sentenceFacts(finding, locale)),
      source: t(`origins.${source.origin}`),
      sourceValue: said(source.value),
      target: t(`origins.${target.origin}`),
      targetValue: said(target.value),
      difference: difference === null ? t("findings.oneSided") : said(difference),
      number: String(run.number),
      validOn: longDate(run.asOf.validOn, locale),
      knownAt: instant(new Date(run.asOf.knownAt), locale),
    }),
    entries: [],
    sampleId: null,
  };
}
