import { getTranslations } from "next-intl/server";
import { FindingPages } from "@/components/cross-checks/finding-pages";
import { type FindingLinks, FindingTable } from "@/components/cross-checks/finding-table";
import { SectionHead } from "@/components/signs/section-head";
import type { Grant } from "@/lib/domain/access";
import type { KeptRun } from "@/lib/domain/cross-checks/kept-run";
import { FINDINGS_PER_PAGE, findLost } from "@/lib/queries/cross-checks/findings";

interface LostSinceProps {
  readonly grant: Grant<"reconciliation:read">;
  readonly run: KeptRun;
  readonly why: "gone" | "unjudged";
  readonly page: number;
  readonly href: (page: number) => string;
  readonly links: FindingLinks;
}

/** What the run before had and this one has no more, or could not judge. */
export async function LostSince({ grant, run, why, page, href, links }: LostSinceProps) {
  const { rows, total } = await findLost(grant, run, why, page);
  const t = await getTranslations("crossChecks.findings");
  if (total === 0 || run.previous === null) return null;
  const id = why === "gone" ? "weg" : "onbeoordeeld";
  return (
    <section className="section" aria-labelledby={id}>
      <SectionHead id={id} title={t(why, { number: String(run.previous.number) })} />
      <FindingTable findings={rows} run={run} caption={t(`${why}Caption`)} links={links} lost={why} />
      <FindingPages page={page} perPage={FINDINGS_PER_PAGE} total={total} href={href} />
    </section>
  );
}
