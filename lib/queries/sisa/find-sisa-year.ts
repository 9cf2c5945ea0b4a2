import "server-only";
import { contentHash } from "@/lib/db/hash";
import { bridgeFrom, type Delivery, delivered } from "@/lib/db/sisa/deliveries";
import { type SisaMunicipality, sisaMunicipalities } from "@/lib/db/sisa/municipality";
import { contentOf, type NamedProgramme, readSisaYear } from "@/lib/db/sisa/whole-year";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { BlockingReason } from "@/lib/domain/refusal";
import type { BridgeLine } from "@/lib/domain/sisa/bridge";
import { type DeliveredScheme, deliveredSchemes } from "@/lib/domain/sisa/content";
import type { SisaFinding } from "@/lib/domain/sisa/findings";
import { lateCorrection } from "@/lib/domain/sisa/plausibility";
import type { SisaRow } from "@/lib/domain/sisa/sisa-year";
import type { Tolerance } from "@/lib/domain/sisa/tolerance";

/** The municipalities whose accounts this reader may see; a municipality finds its own and no other. */
export const listSisaMunicipalities = (
  grant: Grant<"report:read">,
  programmeId: string,
): Promise<SisaMunicipality[]> =>
  inContext(grant.actor, (tx) => sisaMunicipalities(tx, grant.actor, programmeId));

export interface SisaYearView {
  readonly rows: readonly SisaRow[];
  readonly schemes: readonly DeliveredScheme[];
  readonly findings: readonly SisaFinding[];
  readonly tolerance: Tolerance | null;
  readonly adoptedOn: string | null;
  /** Version of the answers on the screen. */
  readonly answersVersion: number;
  /** Who sees work in hand: the municipality itself. */
  readonly own: boolean;
  readonly versions: readonly Delivery[];
  /** The version that counts, and one that waits for its signer. */
  readonly delivered: Delivery | null;
  readonly waiting: Delivery | null;
  /** Of what would be prepared now; null while something is missing. */
  readonly contentHash: string | null;
  /** Why what was delivered is not corrected any more. */
  readonly late: BlockingReason | null;
  /** From what was delivered to what holds now. */
  readonly changed: readonly BridgeLine[];
}

/** A year of one municipality as this reader may see it: figures of the journal, answers only for the municipality. */
export const findSisaYear = (
  grant: Grant<"report:read">,
  programme: NamedProgramme,
  municipality: SisaMunicipality,
  { year, today }: { readonly year: number; readonly today: string },
): Promise<SisaYearView> =>
  inContext(grant.actor, async (tx) => {
    const place = { programmeId: programme.id, municipalityId: municipality.id, year };
    const whole = await readSisaYear(tx, place, today);
    const own = grant.actor.scope === "municipality";
    const content = own ? contentOf(whole, programme, municipality) : null;
    const last = delivered(whole.versions);
    return {
      rows: whole.rows,
      schemes: deliveredSchemes(whole.rows, whole.facts.streams),
      findings: own ? whole.findings : whole.findings.filter((one) => one.own !== true),
      tolerance: whole.facts.tolerance,
      adoptedOn: whole.facts.adoptedOn,
      answersVersion: whole.saved.version,
      own,
      versions: whole.versions,
      delivered: last,
      waiting: whole.versions.find(({ decided }) => decided === null) ?? null,
      contentHash: content && contentHash(content),
      late: last === null ? null : lateCorrection(last, today),
      changed: last === null || content === null ? [] : bridgeFrom(last, content, whole.rows),
    };
  });
