import { useLocale, useTranslations } from "next-intl";
import { Feed } from "@/components/signs/feed";
import { Tag } from "@/components/signs/tag";
import type { RecordedAnswer } from "@/lib/domain/sisa/plausibility";
import { instant } from "@/lib/views/dates";
import { CbsTag } from "./cbs-answer";

export interface ListedVersion {
  readonly id: string;
  readonly version: number;
  readonly correctsVersion: number | null;
  readonly reason: string | null;
  readonly contentHash: string;
  readonly preparedBy: { readonly name: string };
  readonly preparedAt: Date;
  readonly decided: {
    readonly outcome: "delivered" | "returned";
    readonly by: string;
    readonly at: Date;
    readonly reason: string | null;
  } | null;
  readonly cbs: RecordedAnswer | null;
}

const LOOK = {
  delivered: { tone: "ok", sign: "check" },
  returned: { tone: "warn", sign: "pencil" },
  waiting: { tone: "info", sign: "eye" },
} as const;

export function VersionTag({ decided, cbs }: Pick<ListedVersion, "decided" | "cbs">) {
  const t = useTranslations("sisa.versions");
  const state = decided?.outcome ?? "waiting";
  return (
    <>
      <Tag {...LOOK[state]}>{t(`states.${state}`)}</Tag>
      {cbs !== null && (
        <>
          {" "}
          <CbsTag answer={cbs.answer} />
        </>
      )}
    </>
  );
}

/** Every version of a year that the reader may see, the last one first. */
export function VersionList({ versions, base }: { versions: readonly ListedVersion[]; base: string }) {
  const t = useTranslations("sisa.versions");
  const locale = useLocale();
  return (
    <section className="section sisa-versions" aria-labelledby="versies">
      <h2 id="versies">{t("title")}</h2>
      {versions.length === 0 ? (
        <p className="muted">{t("none")}</p>
      ) : (
        <Feed
          items={versions.map((one) => {
            const at = one.decided?.at ?? one.preparedAt;
            return {
              key: one.id,
              at: at.toISOString(),
              when: instant(at, locale),
              text: (
                <>
                  <a href={`${base}/versies/${one.id}`}>{t("version", { version: one.version })}</a>{" "}
                  <VersionTag decided={one.decided} cbs={one.cbs} />
                  {one.correctsVersion !== null && (
                    <span className="meta">
                      {t("corrects", { version: one.correctsVersion })} {one.reason}
                    </span>
                  )}
                  {one.decided?.outcome === "returned" && (
                    <span className="meta">{t("returned", { reason: one.decided.reason ?? "" })}</span>
                  )}
                  <span className="meta">
                    {t("prepared", { name: one.preparedBy.name, at: instant(one.preparedAt, locale) })}
                    {one.decided && ` ${t("decided", { name: one.decided.by })}`}
                  </span>
                </>
              ),
            };
          })}
        />
      )}
    </section>
  );
}
