import { useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import type { PracticeAccountRow } from "@/lib/auth/practice-accounts";

/** Invented people, one per role and more, for who tries this out on a machine of their own. */
export function PracticeAccounts({ accounts }: { accounts: readonly PracticeAccountRow[] }) {
  const t = useTranslations("sign-in.practice");
  const roles = useTranslations("shell.roles");
  return (
    <div>
      <h2 className="below-s">{t("title")}</h2>
      <p className="small muted">{t("text")}</p>
      <ScrollRegion label={t("title")}>
        <table className="compact">
          <caption className="hidden">{t("title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("email")}</th>
              <th scope="col">{t("role")}</th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <tr key={account.email}>
                <th scope="row">{account.email}</th>
                <td>
                  {account.roles.map((role) => roles(role)).join(", ")}
                  <span className="meta">{account.organisation}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}
