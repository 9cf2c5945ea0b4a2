import { type AsOf, instantNow } from "../reconciliation/as-of";

/** The version of a key that held on a date, out of those that were known at an instant; null before the first. */
export function versionAsOf<
  T extends { readonly version: number; readonly effectiveOn: string; readonly createdAt: Date },
>(versions: readonly T[], { validOn, knownAt }: AsOf): T | null {
  const held = versions.filter(
    ({ effectiveOn, createdAt }) => effectiveOn <= validOn && instantNow(createdAt) <= knownAt,
  );
  return held.toSorted((a, b) => a.version - b.version).at(-1) ?? null;
}
