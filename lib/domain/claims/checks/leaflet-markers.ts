/** The note markers in the leaflet's own text, in reading order: digits that stand alone before the explanation. */
export function markersIn(text: string): number[] {
  const [body = ""] = text.split("Uitleg");
  return [...body.matchAll(/(?<=\s)[1-9](?=\s|$)/g)].map(([digit]) => Number(digit));
}
