import { useTranslations } from "next-intl";
import { Pagination } from "@/components/signs/pagination";
import { Switch } from "@/components/signs/switch";
import { LINE_STATES, type LineCounts, type LineState } from "@/lib/domain/proposals/batch-view";

type LineFilterProps = {
  batch: {
    readonly id: string;
    readonly lines: number;
    readonly counts: LineCounts;
    readonly rows: readonly unknown[];
  };
  filters: { readonly stand?: LineState; readonly pagina: number };
  /** Address of the programme. */
  base: string;
  perPage: number;
};

/** Which lines are shown: all, or those that stand in one way; and which page of them. */
export function LineFilter({ batch, filters, base, perPage }: LineFilterProps) {
  const t = useTranslations("batches.lines");
  const states = useTranslations("status.proposal");
  const here = `${base}/verzamelvoorstellen/${batch.id}`;
  const address = (state: LineState | undefined, page: number) => {
    const query = new URLSearchParams([
      ...(state === undefined ? [] : [["stand", state]]),
      ...(page === 1 ? [] : [["pagina", String(page)]]),
    ]);
    return query.size === 0 ? here : `${here}?${query}`;
  };
  const present = LINE_STATES.filter((state) => batch.counts[state] > 0 || state === filters.stand);
  const total = filters.stand === undefined ? batch.lines : batch.counts[filters.stand];
  const from = (filters.pagina - 1) * perPage + 1;
  const to = from + batch.rows.length - 1;
  return (
    <>
      {present.length > 1 && (
        <div className="below-m">
          <Switch
            label={t("filter")}
            options={[
              {
                label: t("all", { count: batch.lines }),
                href: address(undefined, 1),
                current: !filters.stand,
              },
              ...present.map((state) => ({
                label: `${states(state)} (${batch.counts[state]})`,
                href: address(state, 1),
                current: filters.stand === state,
              })),
            ]}
          />
        </div>
      )}
      {total > perPage && (
        <Pagination
          summary={t("range", { from, to, total })}
          previous={filters.pagina > 1 ? address(filters.stand, filters.pagina - 1) : undefined}
          next={to < total ? address(filters.stand, filters.pagina + 1) : undefined}
        />
      )}
    </>
  );
}
