import type { Asked } from "./as-of";

/** The facts of the sentence about a file that was refused, out of the address: "f.given=12". */
export const factsOfAddress = (given: Asked): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      name.startsWith("f.") && typeof value === "string" ? [[name.slice(2), value.slice(0, 120)]] : [],
    ),
  );
