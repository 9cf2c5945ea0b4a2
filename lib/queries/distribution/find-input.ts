import "server-only";
import { isoDate } from "@/lib/db/dates";
import { readInput } from "@/lib/db/distribution/read";
import { readRecipients } from "@/lib/db/distribution/recipients";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { millionths, UNIT } from "@/lib/domain/distribution/exact";
import { storedValues } from "@/lib/input/distribution-key";

export interface InputView {
  readonly id: string;
  readonly name: string;
  readonly stream: string;
  readonly grain: "municipality" | "area";
  readonly source: string;
  readonly sourceOn: string;
  readonly author: string | null;
  readonly createdAt: Date;
  readonly hash: string;
  /** Null where a recipient has no value: that is not zero. */
  readonly rows: readonly { readonly code: string; readonly name: string; readonly value: string | null }[];
  /** Plain decimal text. */
  readonly total: string;
}

/** One set of figures, recipient by recipient. @throws NotFound */
export const findInput = (
  grant: Grant<"proposal:read">,
  programmeId: string,
  id: string,
): Promise<InputView> =>
  inContext(grant.actor, async (tx) => {
    const row = await readInput(tx, programmeId, id);
    const values = new Map(Object.entries(storedValues.parse(row.values)));
    const recipients = await readRecipients(tx, programmeId, row.grain);
    const names = new Map(recipients.map(({ code, name }) => [code, name]));
    const codes = [
      ...recipients.map(({ code }) => code),
      ...[...values.keys()].filter((code) => !names.has(code)),
    ];
    const sum = [...values.values()].reduce((total, value) => total + millionths(value), 0n);
    const decimals = (sum % UNIT).toString().padStart(6, "0").replace(/0+$/, "");
    return {
      id: row.id,
      name: row.name,
      stream: row.stream.shortName,
      grain: row.grain,
      source: row.source,
      sourceOn: isoDate(row.sourceOn),
      author: row.author?.name ?? null,
      createdAt: row.createdAt,
      hash: row.contentHash,
      rows: codes.map((code) => ({ code, name: names.get(code) ?? code, value: values.get(code) ?? null })),
      total: `${sum / UNIT}${decimals === "" ? "" : `.${decimals}`}`,
    };
  });
