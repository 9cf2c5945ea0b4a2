import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FlowSankey } from "@/components/charts/flow-sankey";
import { Alert } from "@/components/signs/alert";
import { EmptyState } from "@/components/signs/empty-state";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { SectionHead } from "@/components/signs/section-head";
import { Switch } from "@/components/signs/switch";
import { FLOW_VIEWS, type FlowView } from "@/lib/input/overview";
import type { Flow } from "@/lib/views/sankey";

type Props = {
  view: FlowView;
  /** Whether the address named a view that does not exist. */
  unread: boolean;
  /** Null when this reader may not see it. */
  flow: Flow | null;
  /** Where a node of the flow is explained, by its id. */
  hrefs: ReadonlyMap<string, string>;
  base: string;
};

const TONES = ["exclusive", "priority", "share", "uncertain"] as const;

/** Money from where it comes to where it goes, in four views; each with its table. */
export function FlowSection({ view, unread, flow, hrefs, base }: Props) {
  const t = useTranslations("programme.flow");
  const absence = useTranslations("status.absence");
  const columns = columnsOf(view).map((name) => t(name));
  return (
    <section className="section" aria-labelledby="stroom">
      <SectionHead id="stroom" title={t("title")}>
        <Switch
          label={t("switch")}
          options={FLOW_VIEWS.map((one) => ({
            label: t(`views.${one}`),
            href: `${base}?beeld=${one}#stroom`,
            current: one === view,
          }))}
        />
      </SectionHead>
      {unread && <Alert id="beeld-onbekend" tone="warn" title={t("notRead")} />}
      {flow === null ? (
        <EmptyState title={t("signInTitle")} level={3}>
          {t("signInText")}
        </EmptyState>
      ) : flow.links.length === 0 ? (
        <EmptyState title={t(view === "gebieden" ? "emptyLandedTitle" : "emptyTitle")} level={3}>
          {t(view === "gebieden" ? "emptyLandedText" : "emptyText")}
        </EmptyState>
      ) : (
        <>
          <FlowSankey
            flow={flow}
            columns={columns}
            label={t("label", { from: columns[0] ?? "", to: columns.at(-1) ?? "" })}
            legend={TONES.filter((tone) => flow.links.some((link) => link.tone === tone)).map((tone) => ({
              tone,
              name: t(`legend.${tone}`),
            }))}
            unpublished={absence("not_published")}
            caption={t(`caption.${view}`)}
          />
          <FlowTable flow={flow} hrefs={hrefs} columns={columns} />
        </>
      )}
    </section>
  );
}

const columnsOf = (view: FlowView) =>
  view === "geclaimd"
    ? (["from", "stream", "for"] as const)
    : view === "gebieden"
      ? (["fromThen", "stream", "where"] as const)
      : (["from", "stream", "municipality"] as const);

/** The drawing for who would rather read, or cannot see it. */
function FlowTable({
  flow,
  hrefs,
  columns,
}: Pick<Props, "hrefs"> & { flow: Flow; columns: readonly string[] }) {
  const t = useTranslations("programme.flow");
  const absence = useTranslations("status.absence");
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  const name = (id: string): ReactNode => {
    const [label, href] = [nodes.get(id)?.label, hrefs.get(id)];
    return href === undefined ? label : <a href={href}>{label}</a>;
  };
  return (
    <details className="above-m">
      <summary>{t("table")}</summary>
      <ScrollRegion label={t("table")}>
        <table className="compact table-narrow above-s">
          <caption className="hidden">{columns.join(", ")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("tableFrom")}</th>
              <th scope="col">{t("tableTo")}</th>
              <th scope="col" className="amount">
                {t("tableAmount")}
              </th>
            </tr>
          </thead>
          <tbody>
            {flow.links.map((link, index) => (
              <tr key={index}>
                <th scope="row">{name(link.source)}</th>
                <td>{name(link.target)}</td>
                <td className="amount">{link.amount === "" ? absence("not_published") : link.amount}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
