import { NotFound } from "@/lib/domain/refusal";
import { isoDateOrNull } from "../dates";
import type { Tx } from "../transaction";

/** What is known of a stream in words, with its parts. @throws NotFound */
export async function readStreamWords(tx: Tx, programmeId: string, code: string) {
  // PostgreSQL holds no such text, so no stream has this code.
  if (code.includes("\u0000")) throw new NotFound("stream");
  const row = await tx.stream.findUnique({
    where: { programmeId_code: { programmeId, code } },
    include: {
      tranches: { orderBy: { code: "asc" } },
      themes: { orderBy: { position: "asc" } },
      ministries: { include: { ministry: true }, orderBy: [{ role: "asc" }, { validFrom: "asc" }] },
    },
  });
  if (row === null) throw new NotFound("stream");
  return {
    ...row,
    ministries: row.ministries.map(({ role, validFrom, validTo, ministry }) => ({
      role,
      name: ministry.abbreviation ?? ministry.preferredName,
      from: isoDateOrNull(validFrom),
      to: isoDateOrNull(validTo),
    })),
  };
}

export type StreamWords = Awaited<ReturnType<typeof readStreamWords>>;
