import "server-only";
import { isoDateOrNull } from "@/lib/db/dates";
import { roomOfTranche } from "@/lib/db/proposals/facts";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { Cents } from "@/lib/domain/money";
import { NotFound } from "@/lib/domain/refusal";

export interface TrancheOption {
  readonly id: string;
  readonly label: string;
}

/** Tranches of streams that this person's ministry owns today. */
export const listOwnTranches = (
  grant: Grant<"allocation:propose" | "ceiling:propose">,
  programmeId: string,
): Promise<TrancheOption[]> =>
  inContext(grant.actor, async (tx) => {
    const rows = await tx.tranche.findMany({
      where: {
        stream: {
          programmeId,
          ministries: {
            some: { role: "owner", validTo: null, ministryId: { in: [...grant.actor.organisationIds] } },
          },
        },
      },
      include: { stream: true },
      orderBy: [{ stream: { position: "asc" } }, { code: "asc" }],
    });
    return rows.map(({ id, name, stream }) => ({ id, label: `${stream.shortName}, ${name}` }));
  });

export interface FormOptions {
  readonly trancheId: string;
  readonly tranche: string;
  readonly stream: string;
  readonly legalReference: string | null;
  readonly opensOn: string | null;
  readonly years: readonly number[];
  readonly themes: readonly { id: string; nameNl: string; nameEn: string }[];
  readonly areas: readonly { id: string; name: string; municipality: string }[];
  readonly claims: readonly {
    id: string;
    code: string;
    title: string;
    place: string | null;
    amountCents: Cents | null;
  }[];
  readonly room: ReadonlyMap<number, Cents>;
}

/** What can be chosen once the tranche is known. @throws NotFound for a tranche of another programme. */
export const formOptions = (
  grant: Grant<"allocation:propose" | "ceiling:propose">,
  programmeId: string,
  trancheId: string,
): Promise<FormOptions> =>
  inContext(grant.actor, async (tx) => {
    const tranche = await tx.tranche.findUnique({
      where: { id: trancheId },
      include: {
        stream: {
          include: {
            programme: true,
            themes: { orderBy: { position: "asc" } },
            claims: { include: { source: true }, orderBy: { code: "asc" } },
          },
        },
      },
    });
    if (tranche === null || tranche.stream.programmeId !== programmeId) throw new NotFound("tranche");
    const areas = await tx.area.findMany({
      where: { programmeId },
      include: { municipality: true },
      orderBy: { name: "asc" },
    });
    const first = tranche.firstYear ?? tranche.stream.programme.horizonFrom;
    const last = tranche.lastYear ?? first + 4;
    return {
      trancheId,
      tranche: tranche.name,
      stream: tranche.stream.shortName,
      legalReference: tranche.stream.legalReference,
      opensOn: isoDateOrNull(tranche.opensOn),
      years: Array.from({ length: last - first + 1 }, (_, index) => first + index),
      themes: tranche.stream.themes.map(({ id, nameNl, nameEn }) => ({ id, nameNl, nameEn })),
      areas: areas.map(({ id, name, municipality }) => ({
        id,
        name,
        municipality: municipality.preferredName,
      })),
      claims: tranche.stream.claims.map(({ id, code, place, amountCents, source }) => ({
        id,
        code,
        place,
        amountCents: amountCents as Cents | null,
        title: source.title,
      })),
      room: await roomOfTranche(tx, programmeId, trancheId, null),
    };
  });
