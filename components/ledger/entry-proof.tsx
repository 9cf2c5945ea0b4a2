import { useLocale, useTranslations } from "next-intl";
import { type Fact, Facts } from "@/components/signs/facts";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { Tag } from "@/components/signs/tag";
import { checkpointAddress } from "@/lib/domain/ledger/checkpoint-address";
import { type InclusionProof, proofSteps } from "@/lib/domain/ledger/inclusion";
import type { LedgerEntry } from "@/lib/domain/ledger/ledger-entry";
import { instant } from "@/lib/views/dates";
import { count } from "@/lib/views/digits";

export interface CheckedInclusion {
  readonly proof: InclusionProof;
  readonly holds: boolean;
}

type Props = { entry: LedgerEntry; base: string; inclusion: CheckedInclusion | null };

const grouped = (hash: string) => hash.replace(/(.{8})(?=.)/g, "$1 ");

/** What shows that this entry is as it was recorded: its hash, the one before it, and the way to what was signed. */
export function EntryProof({ entry, base, inclusion }: Props) {
  const t = useTranslations("ledger.entry");
  const locale = useLocale();
  const { checkpoint, seq } = entry;
  const previous = seq - 1n;
  const facts: Fact[] = [
    { term: t("hash"), value: grouped(entry.hash), look: "mono" },
    {
      term: previous === 0n ? t("first") : t("previous", { seq: String(previous) }),
      value:
        previous === 0n ? (
          grouped(entry.prevHash)
        ) : (
          <a href={`${base}/grootboek/${previous}`}>{grouped(entry.prevHash)}</a>
        ),
      look: "mono",
    },
    {
      term: t("checkpoint"),
      value:
        checkpoint === null ? (
          t("noCheckpoint")
        ) : (
          <a
            href={
              inclusion === null
                ? "/controlepunten"
                : checkpointAddress(inclusion.proof.programme, checkpoint.size)
            }
          >
            {t("checkpointOf", {
              size: String(checkpoint.size),
              date: instant(new Date(checkpoint.at), locale),
            })}
          </a>
        ),
    },
  ];
  return (
    <>
      <Facts
        facts={
          inclusion === null
            ? facts
            : [
                ...facts,
                {
                  term: t("inclusion"),
                  value: (
                    <>
                      <Tag
                        tone={inclusion.holds ? "ok" : "error"}
                        sign={inclusion.holds ? "check" : "warning"}
                      >
                        {t(inclusion.holds ? "sound" : "unsound")}
                      </Tag>{" "}
                      {t(inclusion.holds ? "holds" : "broken")}.{" "}
                      <a href={`${base}/grootboek/${seq}/bewijs`}>{t("download")}</a>
                    </>
                  ),
                },
              ]
        }
      />
      {inclusion !== null && inclusion.proof.path.length > 0 && (
        <details className="above-s">
          <summary>{t("steps", { count: inclusion.proof.path.length })}</summary>
          <p className="small">{t("stepsText")}</p>
          <Steps proof={inclusion.proof} locale={locale} />
          <p className="small">
            <a href="/geldstroom-verify.html" download>
              {t("verifyPage")}
            </a>{" "}
            <a href="/geldstroom-verify.mjs" download>
              {t("verifyScript")}
            </a>
          </p>
        </details>
      )}
    </>
  );
}

function Steps({ proof, locale }: { proof: InclusionProof; locale: "nl" | "en" }) {
  const t = useTranslations("ledger.entry");
  return (
    <ScrollRegion label={t("stepsCaption")}>
      <table className="compact">
        <caption className="hidden">{t("stepsCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("step")}</th>
            <th scope="col">{t("side")}</th>
            <th scope="col" className="amount">
              {t("covers")}
            </th>
            <th scope="col">{t("hash")}</th>
          </tr>
        </thead>
        <tbody>
          {proofSteps(proof).map(({ left, hash, entries }, index) => (
            <tr key={hash}>
              <th scope="row" className="tnum">
                {index + 1}
              </th>
              <td>{t(left ? "left" : "right")}</td>
              <td className="amount">{count(entries, locale)}</td>
              <td className="mono">{hash}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t("root")}
            </th>
            <td className="mono">{proof.checkpoint.root}</td>
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
