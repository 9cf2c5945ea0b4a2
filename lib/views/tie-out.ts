import type { OurUnit } from "@/lib/domain/tie-out/our-unit";

/** The pages of external files. */
export const tieOutPath = (programme: string, file?: string, row?: number): string =>
  [`/programma/${encodeURIComponent(programme)}/extern`, file, row === undefined ? null : `rijen/${row}`]
    .filter((part) => part !== undefined && part !== null)
    .join("/");

export const pairingsPath = (programme: string, file: string): string =>
  `${tieOutPath(programme, file)}/koppelingen`;

export const tieOutUnitPath = (programme: string, file: string, unit: string): string =>
  `${tieOutPath(programme, file)}/eenheden/${encodeURIComponent(unit)}`;

/** "OEF-2026-0001 (TK-1)": decisions first, because that is what others know it by. */
export function unitName({ decisionNumbers, allocationNumbers }: OurUnit): string {
  const [decisions, allocations] = [decisionNumbers, allocationNumbers].map((numbers) => numbers.join(", "));
  return decisions === "" || decisions === allocations
    ? (allocations ?? "")
    : `${decisions} (${allocations})`;
}
