import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/signs/facts";
import { StatusTag } from "@/components/signs/status-tag";
import { longInstant, shortDate } from "@/lib/views/dates";

interface Run {
  readonly version: number;
  readonly legalSource: string;
  readonly author: string | null;
  readonly createdAt: Date;
  readonly hash: string;
  readonly replayed: { readonly hash: string; readonly identical: boolean };
  readonly inputs: readonly {
    readonly id: string;
    readonly name: string;
    readonly source: string;
    readonly sourceOn: string;
  }[];
  readonly batches: readonly { readonly id: string; readonly number: string }[];
}

/** What a run followed from, and that it comes out the same when it is computed again now. */
export function RunFacts({ run, base, programme }: { run: Run; base: string; programme: string }) {
  const t = useTranslations("distribution.facts");
  const locale = useLocale();
  const { identical } = run.replayed;
  const made = { name: run.author ?? t("published"), when: longInstant(run.createdAt, locale) };
  return (
    <Facts
      wide
      facts={[
        { term: t("key"), value: t("version", { version: run.version, source: run.legalSource }) },
        ...run.inputs.map(({ id, name, source, sourceOn }) => ({
          term: t("input", { name }),
          value: (
            <a href={`${base}/gegevens/${id}`}>{t("set", { date: shortDate(sourceOn, locale), source })}</a>
          ),
        })),
        { term: t("made"), value: t("madeBy", made) },
        { term: t("hash"), value: run.hash, look: "mono" },
        {
          term: t("replay"),
          value: (
            <>
              <StatusTag kind="proof" status={identical ? "valid" : "invalid"} />{" "}
              {t(identical ? "identical" : "differs", { hash: run.replayed.hash.slice(0, 16) })}
            </>
          ),
        },
        ...(run.batches.length === 0
          ? []
          : [
              {
                term: t("batches"),
                value: run.batches.map(({ id, number }) => (
                  <a key={id} href={`/programma/${programme}/verzamelvoorstellen/${id}`}>
                    {number}{" "}
                  </a>
                )),
              },
            ]),
      ]}
    />
  );
}
