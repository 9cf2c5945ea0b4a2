/** The pages of a municipality's own bookings. */
export const ownLedgerPath = (programme: string): string =>
  `/programma/${encodeURIComponent(programme)}/grootboek-gemeente`;

export const balancesPath = (programme: string): string =>
  `/programma/${encodeURIComponent(programme)}/saldi`;
