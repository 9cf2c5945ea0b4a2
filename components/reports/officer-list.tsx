import { useTranslations } from "next-intl";
import type { ReportOfficer } from "@/lib/domain/reports/report-officer";

/** An address as a link, in which only the at sign stands as it is. */
const mailto = (email: string): string => `mailto:${encodeURIComponent(email).replace("%40", "@")}`;

/** Whom at the ministry to ask. */
export function OfficerList({
  officers,
  ministry,
}: {
  officers: readonly ReportOfficer[];
  ministry: string;
}) {
  const t = useTranslations("reports.help");
  if (officers.length === 0) return null;
  return (
    <>
      <p className="above-s flush">{t("officers", { ministry })}</p>
      <ul className="above-s">
        {officers.map(({ name, email }) => (
          <li key={email}>
            {name}, <a href={mailto(email)}>{email}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
