import { useLocale, useTranslations } from "next-intl";
import { KeepLooking } from "@/components/entry/keep-looking";
import { Alert } from "@/components/signs/alert";
import { Facts } from "@/components/signs/facts";
import { StatusTag } from "@/components/signs/status-tag";
import type { ExportJob } from "@/lib/domain/exports/job";
import { instant } from "@/lib/views/dates";
import { count } from "@/lib/views/digits";
import { fileSize, progressOf } from "@/lib/views/exports";

type Props = { job: ExportJob; file: string; address: string };

/** How far an export is, and what can be done with it. */
export function ExportProgress({ job, file, address }: Props) {
  const t = useTranslations("exports");
  const locale = useLocale();
  const busy = job.state === "queued" || job.state === "running";
  return (
    <>
      <p role="status">
        <StatusTag kind="export" status={job.state} /> {t(`states.${job.state}`)}
      </p>
      {busy && <Busy job={job} address={address} />}
      {job.state === "failed" && job.error !== null && (
        <Alert id="mislukt" tone="block" title={t(`errors.${job.error}`)} />
      )}
      {job.state === "done" && (
        <>
          <p className="actions">
            <a className="button" href={file} download>
              {t("download", { size: fileSize(job.bytes, locale) })}
            </a>
          </p>
          <Facts
            facts={[
              { term: t("file"), value: job.fileName ?? "", look: "mono" },
              { term: t("rows"), value: count(job.rows, locale), look: "figure" },
              { term: "SHA-256", value: job.sha256 ?? "", look: "mono" },
              {
                term: t("expires"),
                value: job.expiresAt === null ? "" : instant(job.expiresAt, locale),
                look: "figure",
              },
            ]}
          />
          <p className="small above-s">{t(job.proved ? "howToCheck" : "resumable")}</p>
        </>
      )}
    </>
  );
}

function Busy({ job, address }: Pick<Props, "job" | "address">) {
  const t = useTranslations("exports");
  const locale = useLocale();
  const done = progressOf(job.rows, job.expected);
  return (
    <>
      <KeepLooking />
      <p>
        <label htmlFor="voortgang">{t("progress")}</label>{" "}
        <progress id="voortgang" max={100} {...(done === null ? {} : { value: done })} />{" "}
        <span className="tnum">
          {job.expected === null
            ? t("soFar", { rows: count(job.rows, locale), size: fileSize(job.bytes, locale) })
            : t("soFarOf", { rows: count(job.rows, locale), expected: count(job.expected, locale) })}
        </span>
      </p>
      <p className="small">
        {t("mayLeave")} <a href={address}>{t("again")}</a>
      </p>
    </>
  );
}
