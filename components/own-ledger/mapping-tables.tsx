import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/signs/facts";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { type AccountRule, type NamedPlace, placeValue } from "@/lib/domain/own-ledger/account-mapping";
import { type ColumnMapping, LEDGER_COLUMNS } from "@/lib/domain/own-ledger/columns";
import { instant } from "@/lib/views/dates";
import { placeLabel } from "./place-names";

type Version = {
  readonly version: number;
  readonly by: string;
  readonly at: Date;
  readonly accounts: number;
};

type MappingTablesProps = {
  mapping: {
    readonly version: number;
    readonly columns: ColumnMapping;
    readonly accounts: readonly AccountRule[];
  };
  versions: readonly Version[];
  places: readonly NamedPlace[];
  page: string;
};

/** One version of a mapping: its columns, its accounts, and the other versions. */
export function MappingTables({ mapping, versions, places, page }: MappingTablesProps) {
  const t = useTranslations("ownLedger.mapping");
  const names = useTranslations("ownLedger.columns.names");
  const locale = useLocale();
  const byPlace = new Map(places.map((place) => [placeValue(place), place]));
  const used = LEDGER_COLUMNS.filter((column) => mapping.columns[column]);
  return (
    <>
      <section aria-labelledby="kolommen">
        <h2 id="kolommen">{t("columns", { version: mapping.version })}</h2>
        <Facts
          facts={used.map((column) => ({ term: names(column), value: mapping.columns[column] ?? "" }))}
        />
      </section>
      <section className="section" aria-labelledby="rekeningen">
        <h2 id="rekeningen">{t("accounts", { count: mapping.accounts.length })}</h2>
        <ScrollRegion label={t("caption")}>
          <table>
            <caption className="hidden">{t("caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("account")}</th>
                <th scope="col">{t("costCentre")}</th>
                <th scope="col">{t("stream")}</th>
                <th scope="col">{t("line")}</th>
              </tr>
            </thead>
            <tbody>
              {mapping.accounts.map(({ account, costCentre, place }) => {
                const named = place && byPlace.get(placeValue(place));
                return (
                  <tr key={`${account}/${costCentre}`}>
                    <th scope="row" className="tnum">
                      {account}
                    </th>
                    <td className="tnum">
                      {costCentre === "" ? <span className="absent">{t("noCentre")}</span> : costCentre}
                    </td>
                    {named ? (
                      <>
                        <td>
                          {named.streamName}
                          <span className="meta">{named.trancheName}</span>
                        </td>
                        <td>{placeLabel(named, locale)}</td>
                      </>
                    ) : (
                      <td colSpan={2}>{t(place === null ? "notOurs" : "gone")}</td>
                    )}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </ScrollRegion>
      </section>
      <section className="section" aria-labelledby="versies">
        <h2 id="versies">{t("versions")}</h2>
        <ul>
          {versions.map(({ version, by, at, accounts }) => (
            <li key={version}>
              <a
                href={`${page}?versie=${version}`}
                aria-current={version === mapping.version ? "page" : undefined}
              >
                {t("version", { version })}
              </a>
              : {t("versionText", { who: by, at: instant(at, locale), count: accounts })}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
