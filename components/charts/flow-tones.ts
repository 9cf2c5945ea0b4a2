import type { FlowTone } from "@/lib/views/sankey";

/** Ink of a bar and of a link; the uncertain link is hatched instead. */
export const TONES: Readonly<
  Record<FlowTone, { readonly fill: string; readonly line: string; readonly swatch: string }>
> = {
  origin: { fill: "k0", line: "l0", swatch: "swatch" },
  exclusive: { fill: "k1", line: "l1", swatch: "swatch s1" },
  priority: { fill: "k2", line: "l2", swatch: "swatch s2" },
  share: { fill: "k3", line: "l3", swatch: "swatch s3" },
  uncertain: { fill: "kd", line: "", swatch: "swatch s4" },
};
