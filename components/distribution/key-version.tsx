import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/signs/facts";
import type { KeyDefinition } from "@/lib/domain/distribution/key";
import type { StatedTotal as Stated } from "@/lib/domain/distribution/stated";
import { longDate, longInstant } from "@/lib/views/dates";
import { KeyWords } from "./key-words";
import { StatedTotal } from "./stated-total";

interface Version {
  readonly version: number;
  readonly definition: KeyDefinition;
  readonly hash: string;
  readonly stated: Stated | null;
  readonly legalSource: string;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly author: string | null;
  readonly createdAt: Date;
}
type KeyVersionProps = { version: Version; names: ReadonlyMap<string, string>; level: 2 | 3 };

/** One version of a key: what it does in plain words, what it rests on, and who wrote it. */
export function KeyVersion({ version, names, level }: KeyVersionProps) {
  const t = useTranslations("distribution.key");
  const locale = useLocale();
  const Heading = level === 2 ? "h2" : "h3";
  const id = `versie-${version.version}`;
  return (
    <section className={level === 2 ? "section" : undefined} aria-labelledby={id}>
      <Heading id={id}>{t("version", { version: version.version })}</Heading>
      <KeyWords definition={version.definition} names={names} />
      {version.stated !== null && <StatedTotal stated={version.stated} />}
      <div className="above-m">
        <Facts
          wide
          facts={[
            { term: t("legalSource"), value: version.legalSource },
            { term: t("effectiveOn"), value: longDate(version.effectiveOn, locale), look: "figure" },
            { term: t("reason"), value: version.reason },
            {
              term: t("author"),
              value:
                version.author === null
                  ? t("published")
                  : t("writtenBy", { name: version.author, when: longInstant(version.createdAt, locale) }),
            },
            { term: t("hash"), value: version.hash.slice(0, 16), look: "mono" },
          ]}
        />
      </div>
    </section>
  );
}
