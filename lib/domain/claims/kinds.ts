import type { Claim } from "./claim";

/** What a claim is about: a stream as a whole, an award to one place, or a request, which is never an award. */
export type ClaimKind = "about" | "awards" | "requests";

const PLACES: readonly Claim["grain"][] = ["municipality", "area", "project"];

export function kindOf({ status, grain }: Pick<Claim, "status" | "grain">): ClaimKind {
  if (status === "requested") return "requests";
  return PLACES.includes(grain) ? "awards" : "about";
}
