import { authorize, orNotFound } from "@/lib/auth/authorize";
import { takePaymentFile } from "@/lib/commands/payments/payment-files";
import { RefusedPaymentFile } from "@/lib/domain/payments/payment-line";
import { MOST_BYTES, tooLarge } from "@/lib/files/payments/read-payments";
import { paymentUpload, refusedPayments } from "@/lib/input/payments";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { drained } from "../../../toekenningen/werkboek/inlezen/bestand/refusal-address";

type Props = { params: Promise<{ programme: string }> };
/** The other fields and the lines between them. */
const AROUND = 64 * 1024;

/** Takes a payment file in; the answer is another page to go to. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const grant = await authorize("allocation:propose");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const base = `/programma/${programme.code}/voorschotten/inlezen`;
  const go = (path: string) => new Response(null, { status: 303, headers: { Location: path } });
  const unread = ({ faults }: RefusedPaymentFile) =>
    go(`${base}?${new URLSearchParams({ fouten: JSON.stringify(faults) })}`);
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= MOST_BYTES + AROUND)) {
    await drained(request.body);
    return unread(tooLarge(length));
  }
  const parsed = paymentUpload.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) return unread(new RefusedPaymentFile("empty"));
  const { file, source, ...columns } = parsed.data;
  const taken = await takePaymentFile(grant, programme.id, {
    name: file.name.replace(/[\p{Cc}/\\]/gu, "").slice(-120) || "betaalbestand",
    bytes: new Uint8Array(await file.arrayBuffer()),
    columns,
    source,
  });
  if (typeof taken === "string") return go(`${base}/${taken}`);
  return go(`${base}?${refusedPayments(taken.faults, { source, ...columns })}`);
}
