import { clockInAmsterdam, instantInAmsterdam } from "@/lib/domain/windows/amsterdam-time";
import { dayAfter } from "@/lib/domain/windows/period";

/** Windows that people practise in stay open for so many days, whenever the programme is loaded. */
const OPEN_FOR: Readonly<Record<string, number>> = { "OW-2-2026-2": 30, "OW-2-2026-3": 60 };

/** A month after the due date, at the end of the day. */
export function closingOf(code: string, dueOn: string, loadedAt = new Date()): Date {
  const planned = dayAfter(dueOn, dueOn.endsWith("-30") ? 31 : 30);
  const open = OPEN_FOR[code];
  const least = open === undefined ? planned : dayAfter(clockInAmsterdam(loadedAt).date, open);
  const at = instantInAmsterdam({ date: least > planned ? least : planned, time: "23:59" });
  if (at === null) throw new Error(`practice data: ${code} has no closing moment`);
  return at;
}
