import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { findItem, type ItemPlace, lastVersions } from "@/lib/db/sampling/find-item";
import { inContext, type Tx } from "@/lib/db/transaction";
import type { Actor, Grant } from "@/lib/domain/access";
import { type Cents, cents } from "@/lib/domain/money";
import { Refusal } from "@/lib/domain/refusal";
import { establishedProblem } from "@/lib/domain/sampling/examined";

export type Finding = { readonly audited: Cents; readonly uncertain: Cents } | { readonly deviates: boolean };

export interface ResultInput {
  readonly idempotencyKey: string;
  /** The version that was on the screen; 0 when there was none. */
  readonly version: number;
  readonly established: Finding;
  readonly remark: string | null;
}

/**
 * Records what was established about an item; what was recorded before stays.
 * @throws NotFound, Refusal `blocked`, `stale`
 */
export async function recordResult(
  { actor }: Grant<"sample:manage">,
  place: ItemPlace,
  { idempotencyKey: key, ...input }: ResultInput,
): Promise<void> {
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "sample.result", input: { ...place, ...input } }, async () => {
      const item = await findItem(tx, place);
      const { established, remark } = input;
      if ("audited" in established) requireEstablished(item.amount, established, remark);
      else if (established.deviates && remark === null) throw noRemark();
      await write(tx, actor, { place, item, input });
      return {};
    }),
  );
}

function requireEstablished(
  booked: Cents,
  established: { audited: Cents; uncertain: Cents },
  remark: string | null,
) {
  const problem = establishedProblem(booked, established);
  const field = problem === "below_zero" ? "audited" : "uncertain";
  if (problem !== null)
    throw new Refusal("blocked", {}, [
      { code: `sampling.reasons.${problem}`, field, facts: { bookedCents: String(booked) } },
    ]);
  if (established.audited !== booked && remark === null) throw noRemark();
}

const noRemark = () => new Refusal("blocked", {}, [{ code: "sampling.reasons.remark", field: "remark" }]);

interface Written {
  readonly place: ItemPlace;
  readonly item: { readonly amount: Cents; readonly municipalityId: string };
  readonly input: Omit<ResultInput, "idempotencyKey">;
}

async function write(tx: Tx, actor: Actor, { place, item, input }: Written): Promise<void> {
  const { established, remark, version } = input;
  const amounts = "audited" in established ? established : null;
  const deviates = "deviates" in established ? established.deviates : established.audited !== item.amount;
  await tx.sampleResult.create({
    data: {
      sampleId: place.sampleId,
      seq: place.seq,
      version: version + 1,
      auditedCents: amounts?.audited ?? null,
      uncertainCents: amounts?.uncertain ?? null,
      deviates,
      remark,
      recordedBy: actor.personId ?? "",
    },
    select: { version: true },
  });
  await recordAudit(tx, actor, {
    action: "sample.result-recorded",
    programmeId: place.programmeId,
    municipalityId: item.municipalityId,
    subjectKind: "sample",
    subjectId: place.sampleId,
    facts: { seq: place.seq, version: version + 1, deviates, ...amounts },
  });
}

/**
 * Of every item that nobody examined yet: it is as it was booked. `left` is how many the page said there were.
 * @throws NotFound, Refusal `stale`
 */
export async function restIsRight(
  { actor }: Grant<"sample:manage">,
  place: Omit<ItemPlace, "seq">,
  {
    idempotencyKey: key,
    ...input
  }: { readonly idempotencyKey: string; readonly left: number; readonly remark: string },
): Promise<void> {
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "sample.rest-right", input: { ...place, ...input } }, async () => {
      const items = (await lastVersions(tx, place)).filter(({ version }) => version === 0);
      if (items.length !== input.left) throw new Refusal("stale");
      for (const { seq, method, ...item } of items)
        await write(tx, actor, {
          place: { ...place, seq },
          item,
          input: {
            version: 0,
            remark: input.remark,
            established:
              method === "monetary" ? { audited: item.amount, uncertain: cents(0n) } : { deviates: false },
          },
        });
      return {};
    }),
  );
}
