import { authorize, orNotFound } from "@/lib/auth/authorize";
import { inclusionFile } from "@/lib/domain/ledger/inclusion";
import { NotFound } from "@/lib/domain/refusal";
import { publishedKeys } from "@/lib/queries/checkpoints/list-checkpoints";
import { findInclusion } from "@/lib/queries/ledger/find-inclusion";
import { findProgramme } from "@/lib/queries/programmes/find-programme";

type Props = { params: Promise<{ programme: string; seq: string }> };

/** The proof of one entry, for the verifier that works without this site. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const grant = await authorize("journal:read");
  const { programme: code, seq } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const { proof } = await orNotFound(
    /^[1-9]\d{0,17}$/.test(seq) ? inclusion(grant, programme.id, seq) : Promise.reject(new NotFound("entry")),
  );
  const key = (await publishedKeys()).find(({ id }) => id === proof.checkpoint.keyId);
  return new Response(inclusionFile(proof, key?.pem ?? null), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${programme.code}-post-${seq}-bewijs.json"`,
      "Cache-Control": "private, no-store",
    },
  });
}

async function inclusion(
  ...[grant, programmeId, seq]: [Parameters<typeof findInclusion>[0], string, string]
) {
  const found = await findInclusion(grant, programmeId, BigInt(seq));
  if (found === null) throw new NotFound("inclusion");
  return found;
}
