import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DifferenceCause } from "@/lib/views/status";
import { Tag } from "./tag";

type DiffTagProps = { cause: DifferenceCause; href?: string; children?: ReactNode };

/** The named cause of a difference. Only what nobody can explain is red. */
export function DiffTag({ cause, href, children }: DiffTagProps) {
  const t = useTranslations("status.cause");
  return (
    <Tag tone={cause === "unexplained" ? "error" : "diff"} sign="differs" href={href}>
      {children ?? t(cause)}
    </Tag>
  );
}
