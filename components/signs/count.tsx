/** How many things wait behind a word. `of` says what they are, for who does not see the menu. */
export function Count({ value, of }: { value: string; of: string }) {
  return (
    <span className="count">
      {value}
      <span className="hidden"> {of}</span>
    </span>
  );
}
