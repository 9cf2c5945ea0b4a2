/** One stream that divides: where the money comes from on the left, where it lands on the right. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" fill="none" stroke="currentColor">
      <path d="M2 16h5c7 0 7-8 14-8h9" strokeWidth="6" />
      <path d="M2 18.5h5c7 0 7 6 14 6h9" strokeWidth="3" strokeOpacity=".55" />
    </svg>
  );
}
