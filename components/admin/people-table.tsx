import { useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StatusTag } from "@/components/signs/status-tag";
import type { PersonLine } from "@/lib/domain/people/person-overview";

/** People with the roles they hold now. */
export function PeopleTable({ people }: { people: readonly PersonLine[] }) {
  const t = useTranslations("admin.people");
  const roles = useTranslations("shell.roles");
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact">
        <caption className="hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("email")}</th>
            <th scope="col">{t("roles")}</th>
            <th scope="col">{t("state")}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, email, disabled, roles: held }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/beheer/mensen/${id}`}>{name}</a>
              </th>
              <td>{email ?? <span className="muted">{t("noEmail")}</span>}</td>
              <td>
                {held.length === 0
                  ? t("noRoles")
                  : held
                      .map(({ role, organisation }) => t("roleAt", { role: roles(role), organisation }))
                      .join("; ")}
              </td>
              <td>
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
