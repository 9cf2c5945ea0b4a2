import type { ReactNode } from "react";

/** A table that may be wider than the page. It can be reached and scrolled with the keyboard. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    // A group and no landmark: it has the name of the section that it stands in.
    <div className="scroll" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
