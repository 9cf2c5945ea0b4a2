import { recordAudit } from "@/lib/db/audit";
import { holdOwnLedger, type MappingOwner, readMapping, writeMapping } from "@/lib/db/own-ledger/mappings";
import { allocatedPlaces } from "@/lib/db/own-ledger/places";
import { readUpload, type StoredUpload } from "@/lib/db/own-ledger/uploads";
import { inContext, type Tx } from "@/lib/db/transaction";
import type { Actor, Grant } from "@/lib/domain/access";
import {
  type AccountRule,
  accountKey,
  type Place,
  placeValue,
} from "@/lib/domain/own-ledger/account-mapping";
import { type ColumnMapping, columnReasons } from "@/lib/domain/own-ledger/columns";
import { NotFound, Refusal } from "@/lib/domain/refusal";

interface Mapped {
  readonly columns: ColumnMapping;
  readonly accounts: readonly AccountRule[];
}

interface Shown {
  readonly uploadId: string;
  /** The version that the page was made with; 0 when there was none. */
  readonly version: number;
}

/** Keeps which column is what, as the next version. @throws NotFound, Refusal `stale`, `blocked` with every reason */
export const saveColumns = (
  grant: Grant<"report:fill">,
  programmeId: string,
  { columns, ...shown }: Shown & { readonly columns: ColumnMapping },
): Promise<void> =>
  nextVersion(grant.actor, programmeId, shown, async (_, before, { grid }) => {
    const reasons = columnReasons(columns, grid.headings);
    if (reasons.length > 0) throw new Refusal("blocked", {}, reasons);
    return { columns, accounts: before?.accounts ?? [] };
  });

export interface AccountDecision {
  readonly account: string;
  readonly costCentre: string;
  /** Null: not of this programme. */
  readonly place: Pick<Place, "trancheId" | "themeId" | "areaId"> | null;
}

/** Adds what accounts mean, or changes it, as the next version. @throws NotFound, Refusal `stale` */
export const saveAccounts = (
  grant: Grant<"report:fill">,
  programmeId: string,
  { decisions, ...shown }: Shown & { readonly decisions: readonly AccountDecision[] },
): Promise<void> =>
  nextVersion(grant.actor, programmeId, shown, async (tx, before, _, owner) => {
    if (before === null) throw new Refusal("stale", { version: "0" });
    const places = new Map((await allocatedPlaces(tx, owner)).map((place) => [placeValue(place), place]));
    const rules = new Map(before.accounts.map((rule) => [accountKey(rule.account, rule.costCentre), rule]));
    for (const { account, costCentre, place } of decisions) {
      const known = place && places.get(placeValue(place));
      if (known === undefined) throw new NotFound(account);
      const found: Place | null = known && {
        streamId: known.streamId,
        trancheId: known.trancheId,
        themeId: known.themeId,
        areaId: known.areaId,
      };
      rules.set(accountKey(account, costCentre), { account, costCentre, place: found });
    }
    return { columns: before.columns, accounts: [...rules.values()] };
  });

type Change = (tx: Tx, before: Mapped | null, upload: StoredUpload, owner: MappingOwner) => Promise<Mapped>;

function nextVersion(actor: Actor, programmeId: string, shown: Shown, change: Change): Promise<void> {
  return inContext(actor, async (tx) => {
    const upload = await readUpload(tx, shown.uploadId);
    const { municipalityId } = upload;
    const owner = { programmeId, municipalityId };
    await holdOwnLedger(tx, owner);
    const before = await readMapping(tx, owner);
    const version = before?.version ?? 0;
    if (version !== shown.version) throw new Refusal("stale", { version: String(version) });
    const after = await change(tx, before, upload, owner);
    await writeMapping(tx, { ...owner, ...after, version: version + 1, personId: actor.personId ?? "" });
    await recordAudit(tx, actor, {
      action: "own-ledger.mapped",
      programmeId,
      municipalityId,
      subjectKind: "own-mapping",
      facts: { version: version + 1, accounts: after.accounts.length },
    });
  });
}
