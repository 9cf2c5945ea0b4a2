import { useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { sidesOf } from "@/lib/domain/tie-out/shown-pairings";
import type { Pairing } from "@/lib/domain/tie-out/tie-out";
import { PairingReasons, PairingState } from "./pairing-state";
import { RowNames, UnitNames } from "./side-names";

type PairingTableProps = {
  pairings: readonly Pairing[];
  rowHref: (row: number) => string;
  entriesHref: (unit: string) => string;
  /** The address of the programme. */
  base: string;
};

/** Both sides of everything that belongs together, why it does, and what it differs. */
export function PairingTable({ pairings, rowHref, entriesHref, base }: PairingTableProps) {
  const t = useTranslations("tieOut.pairings");
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact stack stack-2" role="table">
        <caption className="hidden">{t("caption")}</caption>
        <StackHead
          columns={[
            t("theirs"),
            t("ours"),
            t("why"),
            { amount: t("theirsAmount") },
            { amount: t("oursAmount") },
            { amount: t("difference") },
            t("state"),
          ]}
        />
        <tbody role="rowgroup">
          {pairings.map((pairing) => {
            const { theirs, ours } = sidesOf(pairing);
            return (
              <tr role="row" key={pairing.key}>
                <th scope="row" role="rowheader">
                  <RowNames rows={pairing.rows} href={rowHref} />
                </th>
                <td role="cell" data-label={t("ours")}>
                  <UnitNames units={pairing.units} base={base} entriesHref={entriesHref} />
                </td>
                <td role="cell" data-label={t("why")}>
                  <PairingReasons reasons={pairing.reasons} />
                </td>
                <AmountCell label={t("theirsAmount")} value={theirs} absent="none" />
                <AmountCell label={t("oursAmount")} value={ours} absent="none" />
                <AmountCell label={t("difference")} value={pairing.amount} />
                <td role="cell" data-label={t("state")}>
                  <PairingState cause={pairing.cause} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
