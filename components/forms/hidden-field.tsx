/** Travels with the form unseen: the idempotency key, the version that was shown. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />;
}
