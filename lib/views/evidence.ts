import type { ReportCoverage } from "@/lib/domain/evidence/coverage";
import { type EvidenceType, MEDIA_TYPE } from "@/lib/domain/evidence/evidence-file";
import { type Cents, cents } from "@/lib/domain/money";
import { decimalMark, grouped } from "./digits";
import type { Locale } from "./locale";
import { euro, euroMillions } from "./money";
import { reportPath } from "./reports";

const MILLION = 10n ** 8n;
const TENTH = MILLION / 10n;

/** "€ 3,1 mln", cut off and never rounded up: what is not supported is not shown as if it were. Small amounts whole. */
const short = (value: Cents, locale: Locale): string =>
  value < MILLION ? euro(value, locale) : euroMillions(cents(value - (value % TENTH)), locale);

/** Whole per cents, cut off: only all of it is 100. */
export const share = (part: Cents, whole: Cents): string => (whole <= 0n ? "" : `${(part * 100n) / whole}%`);

/** "€ 3,1 mln", "€ 4,2 mln" and "74%" for the sentence; null when nothing was spent. */
export function coverageWords(
  { spent, supported }: Pick<ReportCoverage, "spent" | "supported">,
  locale: Locale,
) {
  if (spent <= 0n) return null;
  return { supported: short(supported, locale), spent: short(spent, locale), share: share(supported, spent) };
}

/** "812 B", "96 kB", "12,3 MB". */
export function fileSize(bytes: number, locale: Locale): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${grouped(BigInt(Math.ceil(bytes / 1024)), locale)} kB`;
  const tenths = BigInt(Math.ceil((bytes * 10) / (1024 * 1024)));
  return `${tenths / 10n}${decimalMark(locale)}${tenths % 10n} MB`;
}

const NAMES: Readonly<Record<EvidenceType, string>> = {
  pdf: "PDF",
  png: "PNG",
  jpeg: "JPEG",
  xlsx: "XLSX",
  csv: "CSV",
};

/** "PDF": names that are the same in both languages. */
export function typeName(mediaType: string): string {
  const type = (Object.keys(MEDIA_TYPE) as EvidenceType[]).find((one) => MEDIA_TYPE[one] === mediaType);
  return type === undefined ? mediaType : NAMES[type];
}

/** The page with the documents of a report. */
export const evidencePath = (programme: string, report: string): string =>
  `${reportPath(programme, report)}/bewijs`;

/** Where it stands which stream requires what. */
export const requirementsPath = (programme: string): string =>
  `/programma/${encodeURIComponent(programme)}/bewijseisen`;
