import "server-only";
import { openAccounts } from "@/lib/db/sisa/open-accounts";
import { inContext } from "@/lib/db/transaction";
import { type Grant, mayDo, type Permission } from "@/lib/domain/access";
import { accountsFor, type OpenAccounts } from "@/lib/domain/sisa/open-accounts";

/** SiSa accounts that wait for this coordinator or signer. */
export const findOpenAccounts = (
  { actor }: Grant<"report:read">,
  programmeId: string,
): Promise<OpenAccounts[]> =>
  inContext(actor, async (tx) => {
    const can = (permission: Permission) => actor.roles.some((role) => mayDo(role, permission));
    const open = await openAccounts(tx, programmeId, actor.organisationIds);
    return accountsFor(open, {
      personId: actor.personId,
      fills: can("report:fill"),
      signs: can("report:sign"),
    });
  });
