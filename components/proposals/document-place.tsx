/** An address on the web is a link; another place, such as a number in an archive, stays text. */
export function DocumentPlace({ place }: { place: string }) {
  if (!/^https?:\/\//.test(place) || !URL.canParse(place)) return place;
  return (
    <a href={place} rel="noreferrer">
      {place}
    </a>
  );
}
