/** The hatch of what is not certain. Every drawing needs its own, because ids are of the whole page. */
export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="hatch-ground" width="6" height="6" />
        <path className="hatch-line" d="M1.5 0V6" />
      </pattern>
    </defs>
  );
}
