import { useLocale, useTranslations } from "next-intl";
import { Chain } from "@/components/signs/chain";
import { type BookConflict, OPEN } from "@/lib/domain/claims/claim-book";
import { instant } from "@/lib/views/dates";

type Props = { conflict: BookConflict; nameOf: (reading: string) => string };

/** What was decided by whom, and what came back, newest first. */
export function ConflictHistory({ conflict, nameOf }: Props) {
  const t = useTranslations("claims.conflict");
  const locale = useLocale();
  const someone = t("someone");
  const decided = conflict.decisions.map(({ by, proposedBy, reading, reason, at }) => ({
    at,
    reason,
    text:
      reading === OPEN
        ? t("reopened", { name: proposedBy ?? (by || someone) })
        : t("chose", { name: proposedBy ?? (by || someone), reading: nameOf(reading) }),
    agreed: proposedBy === null ? null : t("agreed", { name: by || someone }),
  }));
  const returned = conflict.proposals.flatMap(({ returned: back, by, reading }) =>
    back === null
      ? []
      : [
          {
            at: back.at,
            reason: back.reason,
            text: t("returnedLine", {
              name: back.by || someone,
              proposer: by || someone,
              reading: nameOf(reading) || t("leaveOpen"),
            }),
            agreed: null,
          },
        ],
  );
  const lines = [...decided, ...returned].toSorted((a, b) => b.at.getTime() - a.at.getTime());
  if (lines.length === 0) return null;
  return (
    <section className="section" aria-labelledby="besluiten">
      <h2 id="besluiten">{t("history")}</h2>
      <Chain
        links={lines.map(({ at, reason, text, agreed }) => ({
          text: (
            <>
              {text}
              {agreed !== null && ` ${agreed}`}
              <br />
              <q>{reason}</q>
            </>
          ),
          when: instant(at, locale),
          at: at.toISOString(),
        }))}
      />
    </section>
  );
}
