/** The list of findings, one of them, or the tolerance beside them. */
export const findingsPath = (programme: string, rest = ""): string => {
  const list = `/programma/${encodeURIComponent(programme)}/bevindingen`;
  return rest === "" ? list : `${list}/${encodeURIComponent(rest)}`;
};
