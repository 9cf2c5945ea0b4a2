/** Where a booking of an account lands: a tranche of a stream, a theme of it, and an area of the municipality. */
export interface Place {
  readonly streamId: string;
  readonly trancheId: string;
  readonly themeId: string;
  readonly areaId: string;
}

/** A place for which a municipality was allocated money, with its names. */
export interface NamedPlace extends Place {
  readonly streamName: string;
  readonly trancheName: string;
  readonly themeNameNl: string;
  readonly themeNameEn: string;
  readonly areaName: string;
  /** Of area and theme, as the report names its line. */
  readonly key: string;
  readonly decisionOn: Date;
}

/** How a form writes a place. */
export const placeValue = ({ trancheId, themeId, areaId }: Omit<Place, "streamId">): string =>
  `${trancheId}/${themeId}/${areaId}`;

export interface AccountRule {
  readonly account: string;
  /** Empty when the ledger has no cost centres. */
  readonly costCentre: string;
  /** Null: known, and not of this programme. */
  readonly place: Place | null;
}

export const accountKey = (account: string, costCentre: string): string =>
  JSON.stringify([account, costCentre]);

/** The rules of a mapping, to be asked for each booking. Undefined is "nobody said", and is never guessed at. */
export function accountFinder(
  rules: readonly AccountRule[],
): (account: string, costCentre: string) => Place | null | undefined {
  const byKey = new Map(rules.map((rule) => [accountKey(rule.account, rule.costCentre), rule.place]));
  return (account, costCentre) => byKey.get(accountKey(account, costCentre));
}
