import { recordAudit } from "@/lib/db/audit";
import { dateOf } from "@/lib/db/dates";
import { once } from "@/lib/db/idempotency";
import { holdSisaYear } from "@/lib/db/sisa/deliveries";
import { readAnswers } from "@/lib/db/sisa/facts";
import { ownMunicipality } from "@/lib/db/sisa/municipality";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";
import type { SisaAnswersInput } from "@/lib/input/sisa";

export interface SisaSubject {
  readonly programmeId: string;
  /** Code of the municipality. */
  readonly municipality: string;
  readonly year: number;
}

/**
 * Keeps what the municipality adds to the figures: final or not, errors, uncertainties and explanations. Each time whole;
 * earlier versions stay.
 * @throws NotFound, Refusal `stale` when somebody else saved in between, `not_open` while a version waits for its signer
 */
export async function saveSisaAnswers(
  grant: Grant<"report:fill"> | Grant<"report:sign">,
  { programmeId, municipality, year }: SisaSubject,
  entered: SisaAnswersInput,
): Promise<void> {
  const { actor } = grant;
  const { idempotencyKey: key, ...input } = entered;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "sisa.answer", input: { ...input, municipality, year } }, async () => {
      const { id: municipalityId } = await ownMunicipality(tx, actor, programmeId, municipality);
      const place = { programmeId, municipalityId, year };
      await holdSisaYear(tx, place);
      if ((await readAnswers(tx, place)).version !== input.version) throw new Refusal("stale");
      const { id } = await tx.sisaAnswers.create({
        data: {
          ...place,
          version: input.version + 1,
          adoptedOn: input.adoptedOn === null ? null : dateOf(input.adoptedOn),
          createdBy: actor.personId ?? "",
        },
        select: { id: true },
      });
      await tx.sisaAnswer.createMany({
        data: input.rows.map(({ key: rowKey, final, errors, uncertainties, note }) => ({
          answersId: id,
          municipalityId,
          rowKey,
          final,
          errorsCents: errors,
          uncertaintiesCents: uncertainties,
          note,
        })),
      });
      await recordAudit(tx, actor, {
        action: "sisa.answered",
        programmeId,
        municipalityId,
        subjectKind: "sisa",
        subjectId: `${municipality}/${year}`,
        facts: { version: input.version + 1, rows: input.rows.length },
      });
      return {};
    }),
  );
}
