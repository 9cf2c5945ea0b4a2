import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/signs/empty-state";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { CHANGE_KINDS, type Change } from "@/lib/domain/reconciliation/change";
import { changeName, changePage } from "@/lib/views/changes";
import { instant } from "@/lib/views/dates";

type Props = { changes: readonly Change[]; base: string };

/** More of one kind than this stand folded: hundreds of reports would bury the one rule that changed. */
const SHOWN_OPEN = 10;

/** Sources, keys, rules, reference data, decisions and reports that came to be known, kind by kind. */
export function ChangesList({ changes, base }: Props) {
  const t = useTranslations("reconciliation.between");
  const kinds = useTranslations("reconciliation.between.kinds");
  if (changes.length === 0) return <EmptyState title={t("nothingElse")}>{t("nothingElseText")}</EmptyState>;
  return CHANGE_KINDS.flatMap((kind) => {
    const own = changes.filter((change) => change.kind === kind);
    if (own.length === 0) return [];
    const name = kinds(kind);
    return [
      <details key={kind} open={own.length <= SHOWN_OPEN}>
        <summary>{t("group", { name, count: own.length })}</summary>
        <ChangesTable name={name} changes={own} base={base} />
      </details>,
    ];
  });
}

function ChangesTable({ name, changes, base }: Props & { name: string }) {
  const t = useTranslations("reconciliation.between");
  const locale = useLocale();
  return (
    <ScrollRegion label={name}>
      <table className="compact changes">
        <caption className="hidden">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t("when")}</th>
            <th scope="col">{t("about")}</th>
            <th scope="col">{t("who")}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => {
            const { at, by, version, detail } = change;
            const page = changePage(change);
            return (
              <tr key={`${at} ${page} ${version}`}>
                <td className="tnum nowrap">{instant(new Date(at), locale)}</td>
                <td>
                  <a href={base + page}>{changeName(change, (facts) => t("versionOf", facts), locale)}</a>
                  {detail !== null && <span className="meta">{detail}</span>}
                </td>
                <td>{by ?? <span className="muted">{t("nobody")}</span>}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
