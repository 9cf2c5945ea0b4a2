import { type FigureUnit, NOWHERE, type Origin, type Reference } from "@/lib/domain/cross-checks/finding";
import type { Judged } from "@/lib/domain/cross-checks/judged";
import { MOST_COMPARED } from "@/lib/domain/cross-checks/most-kept";
import { Prisma } from "../../generated/client";
import type { Tx } from "../../transaction";

/** A row that breaks a promise of the ledger, with what is there and what it should be. */
interface BrokenRow {
  /** What it is recognised by. */
  readonly thing: string;
  readonly problem: string;
  readonly name: string;
  readonly unit: FigureUnit;
  readonly source: bigint | null;
  readonly target: bigint | null;
  /** The entry that shows it; null where none does. */
  readonly seq: bigint | null;
  readonly streamId: string | null;
  /** Of all such rows. */
  readonly total: number;
}

export interface Invariant {
  /** One statement that counts what is looked at, as `checked`. */
  readonly checked: (programmeId: string) => Prisma.Sql;
  /** One statement of the rows that break it: thing, problem, name, unit, source, target, seq and "streamId". */
  readonly broken: (programmeId: string) => Prisma.Sql;
  readonly origins: readonly [Origin, Origin];
}

/** Green, or with the rows that break it. */
export async function judgeInvariant(
  tx: Tx,
  programmeId: string,
  { checked, broken, origins }: Invariant,
): Promise<Judged> {
  const [looked] = await tx.$queryRaw<{ checked: number }[]>(checked(programmeId));
  const rows = await tx.$queryRaw<BrokenRow[]>(
    Prisma.sql`SELECT x.*, (count(*) OVER ())::int AS total FROM (${broken(programmeId)}) x ORDER BY x.seq NULLS LAST, x.thing LIMIT ${MOST_COMPARED}`,
  );
  const count = looked?.checked ?? 0;
  const found = rows[0]?.total ?? 0;
  return {
    // A row too many is looked at as well.
    checked: Math.max(count, found),
    found,
    unjudged: count === 0 && found === 0 ? 1 : 0,
    why: count === 0 && found === 0 ? "no_ledger" : null,
    findings: rows.map(({ thing, problem, name, unit, source, target, seq, streamId }) => {
      const at: Reference | null = seq === null ? null : { kind: "entry", id: String(seq) };
      return {
        thing,
        problem,
        about: { name, at },
        place: { ...NOWHERE, streamId },
        unit,
        source: { value: source, origin: origins[0], at },
        target: { value: target, origin: origins[1], at: null },
        facts: {},
      };
    }),
  };
}

/** How many entries there are: what most of this looks at. */
export const everyEntry = (programmeId: string): Prisma.Sql =>
  Prisma.sql`SELECT count(*)::int AS checked FROM entry WHERE programme_id = ${programmeId}::uuid`;

export const everyAccount = (programmeId: string): Prisma.Sql =>
  Prisma.sql`SELECT count(*)::int AS checked FROM account WHERE programme_id = ${programmeId}::uuid`;

/** An account `a` as people who look after the ledger name it: kind and dimensions by their codes. */
export const accountName = Prisma.sql`concat_ws(' | ', a.kind::text, (SELECT s.code FROM stream s WHERE s.id = a.stream_id),
  (SELECT t.code FROM tranche t WHERE t.id = a.tranche_id), (SELECT r.code FROM area r WHERE r.id = a.area_id),
  (SELECT h.code FROM theme h WHERE h.id = a.theme_id), a.year::text)`;
