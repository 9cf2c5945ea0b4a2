import { useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { StatusTag } from "@/components/signs/status-tag";
import type { PersonLine } from "@/lib/domain/people/person-overview";

/** People with the roles they hold now. */
export function PeopleTable({ people }: { people: readonly PersonLine[] }) {
  const t = useTranslations("admin.people");
  const roles = useTranslations("shell.roles");
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact stack stack-2" role="table">
        <caption className="hidden">{t("caption")}</caption>
        <StackHead columns={[t("name"), t("email"), t("roles"), t("state")]} />
        <tbody role="rowgroup">
          {people.map(({ id, name, email, disabled, roles: held }) => (
            <tr role="row" key={id}>
              <th scope="row" role="rowheader">
                <a href={`/beheer/mensen/${id}`}>{name}</a>
              </th>
              <td role="cell" data-label={t("email")}>
                {email ?? <span className="muted">{t("noEmail")}</span>}
              </td>
              <td role="cell" data-label={t("roles")}>
                {held.length === 0
                  ? t("noRoles")
                  : held
                      .map(({ role, organisation }) => t("roleAt", { role: roles(role), organisation }))
                      .join("; ")}
              </td>
              <td role="cell" data-label={t("state")}>
                <StatusTag
                  kind="account"
                  status={email === null ? "none" : disabled ? "disabled" : "active"}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
