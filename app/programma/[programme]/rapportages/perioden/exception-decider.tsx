import { randomUUID } from "node:crypto";
import { useTranslations } from "next-intl";
import { DecideException } from "@/components/windows/decide-exception";
import type { Actor } from "@/lib/domain/access";
import { type ExceptionRow, exceptionState } from "@/lib/domain/windows/exception";
import { decideExceptionAction } from "./actions";

type ExceptionDeciderProps = {
  row: ExceptionRow;
  programme: string;
  today: string;
  /** Who may decide; null for everybody else. */
  actor: Actor | null;
  /** The page to return to: a window, or "uitzonderingen". */
  back: string;
};

/** What stands under a request that waits: the decision, or why it is not for this person. */
export function ExceptionDecider({ row, programme, today, actor, back }: ExceptionDeciderProps) {
  const t = useTranslations("windows.exception");
  if (actor === null || !row.owned || exceptionState(row, today) !== "requested") return null;
  if (row.requestedById === actor.personId) return <span className="meta">{t("own")}</span>;
  return (
    <DecideException
      row={row}
      action={decideExceptionAction.bind(null, programme, back)}
      idempotencyKey={randomUUID()}
      title={t("title")}
    />
  );
}
