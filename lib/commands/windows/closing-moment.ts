import { Refusal } from "@/lib/domain/refusal";
import { instantInAmsterdam } from "@/lib/domain/windows/amsterdam-time";

/** @throws Refusal `blocked` for the hour that does not exist in the night when summer time begins */
export function closingMoment({ closesOn, closesTime }: { closesOn: string; closesTime: string }): Date {
  const at = instantInAmsterdam({ date: closesOn, time: closesTime });
  if (at !== null) return at;
  const facts = { time: closesTime, closesOn };
  throw new Refusal("blocked", {}, [{ code: "windows.reasons.no_such_time", field: "closesTime", facts }]);
}
