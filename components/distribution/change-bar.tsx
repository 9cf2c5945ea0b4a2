import { coordinate, plotShare } from "@/lib/views/plot";

/** Gain to the right, loss to the left of the middle, beside the figure that says it: hidden from screen readers. */
export function ChangeBar({ change, most }: { change: bigint; most: bigint }) {
  const size = change < 0n ? -change : change;
  const length = coordinate(Math.min(1, plotShare(size, most)) * 50);
  return (
    <svg className="share chart" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className="whole" x="49.5" width="1" height="8" />
      <rect
        className={change < 0n ? "kd" : "k1"}
        x={coordinate(change < 0n ? 50 - length : 50)}
        width={length}
        height="8"
      />
    </svg>
  );
}
