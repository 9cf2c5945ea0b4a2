import { Prisma } from "../../generated/client";
import { accountName, type Invariant } from "./broken-rows";

/** No balance is below its floor: nothing is spent, allocated or paid that is not there. */
export const balanceFloors: Invariant = {
  checked: (programmeId) =>
    Prisma.sql`SELECT count(*)::int AS checked FROM account_balance WHERE programme_id = ${programmeId}::uuid AND floor_cents IS NOT NULL`,
  broken: (programmeId) => Prisma.sql`
    SELECT a.id::text AS thing, 'below' AS problem, ${accountName} AS name, 'cents' AS unit, b.balance_cents AS source,
      b.floor_cents AS target, NULL::bigint AS seq, a.stream_id::text AS "streamId"
      FROM account_balance b JOIN account a ON a.id = b.account_id
     WHERE b.programme_id = ${programmeId}::uuid AND b.balance_cents < b.floor_cents`,
  origins: ["balance", "floor"],
};
