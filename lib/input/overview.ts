import { z } from "zod";

export const FLOW_VIEWS = ["geclaimd", "gebieden", "toegekend", "besteed"] as const;
export type FlowView = (typeof FLOW_VIEWS)[number];

const view = z.object({ beeld: z.enum(FLOW_VIEWS).optional() });

/** Which view the address asks for; an unknown one becomes the first, and says so. */
export function readFlowView(asked: Readonly<Record<string, string | string[] | undefined>>): {
  view: FlowView;
  unread: boolean;
} {
  const read = view.safeParse(asked);
  return { view: read.data?.beeld ?? "geclaimd", unread: !read.success };
}
