import { coordinate, plotShare } from "@/lib/views/plot";

/** A part of a whole as a bar, beside the figure that says it: hidden from screen readers. */
export function ShareBar({ part, whole }: { part: bigint; whole: bigint }) {
  const share = Math.min(1, Math.max(0, plotShare(part, whole)));
  return (
    <svg className="share chart" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className="whole" width="100" height="8" />
      <rect className="k1" width={coordinate(share * 100)} height="8" />
    </svg>
  );
}
