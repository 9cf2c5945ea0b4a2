/** A year's accounts that ask for something: the last version waits for a signer, or the CBS found it not plausible. */
export interface OpenAccounts {
  readonly id: string;
  readonly year: number;
  readonly version: number;
  readonly what: "waiting" | "back";
  readonly preparedBy: string;
  readonly preparedById: string;
  readonly reason: string | null;
  readonly answeredOn: string | null;
}

/** Of these what this reader can act on: who signs delivers what another prepared, who fills mends what came back. */
export const accountsFor = (
  open: readonly OpenAccounts[],
  { personId, fills, signs }: { personId: string | null; fills: boolean; signs: boolean },
): OpenAccounts[] =>
  open.filter(({ what, preparedById }) => (what === "waiting" ? signs && preparedById !== personId : fills));
