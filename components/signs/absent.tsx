import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Absence } from "@/lib/views/status";

type AbsentProps = { reason: Absence; children?: ReactNode };

/** What stands where an amount is missing: a word in a dashed outline, never a zero and never nothing. */
export function Absent({ reason, children }: AbsentProps) {
  const t = useTranslations("status.absence");
  return <span className="absent">{children ?? t(reason)}</span>;
}
