import { useLocale, useTranslations } from "next-intl";
import { Tag } from "@/components/signs/tag";
import type { StatedBalance } from "@/lib/domain/own-balance/stated-balance";
import { euro } from "@/lib/views/money";

const SIGNS = {
  agrees: { tone: "ok", sign: "check" },
  differs: { tone: "diff", sign: "differs" },
  broken: { tone: "diff", sign: "differs" },
  open: { tone: "wait", sign: "clock" },
} as const;

/** Agrees, differs by so much, agreed once and no more, or cannot be compared yet. */
export function BalanceTag({ balance: { check } }: { balance: StatedBalance }) {
  const t = useTranslations("ownBalance.states");
  const locale = useLocale();
  return <Tag {...SIGNS[check.state]}>{t(check.state, { amount: euro(check.difference, locale) })}</Tag>;
}
