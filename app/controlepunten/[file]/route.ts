import { notFound } from "next/navigation";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { readPublishedName } from "@/lib/domain/ledger/checkpoint-address";
import { findCheckpointFile, publishedKeys } from "@/lib/queries/checkpoints/list-checkpoints";

type Props = { params: Promise<{ file: string }> };

const answer = (content: string, name: string, type: string) =>
  new Response(content, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });

/** A checkpoint or a public key as a file, to keep elsewhere: that is what makes it worth something. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const grant = await authorize("claims:read");
  const { file: name } = await params;
  const asked = readPublishedName(name);
  if (asked === null) notFound();
  if (asked.is === "checkpoint") {
    const content = await orNotFound(findCheckpointFile(grant, asked.programme, asked.size));
    return answer(content, name, "application/json; charset=utf-8");
  }
  const key = (await publishedKeys()).find(({ id }) => id === asked.id);
  if (key === undefined) notFound();
  return answer(key.pem, name, "application/x-pem-file");
}
