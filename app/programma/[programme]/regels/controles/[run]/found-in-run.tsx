import { getTranslations } from "next-intl/server";
import { CutFindings } from "@/components/cross-checks/cut-findings";
import { CheckFindingFilter } from "@/components/cross-checks/finding-filter";
import { FindingPages } from "@/components/cross-checks/finding-pages";
import { FindingTable } from "@/components/cross-checks/finding-table";
import { ExportLinks } from "@/components/ledger/export-links";
import { EmptyState } from "@/components/signs/empty-state";
import { SectionHead } from "@/components/signs/section-head";
import { authorize } from "@/lib/auth/authorize";
import type { Grant } from "@/lib/domain/access";
import type { KeptRun } from "@/lib/domain/cross-checks/kept-run";
import type { CrossFindingsAsked } from "@/lib/input/cross-checks";
import { FINDINGS_PER_PAGE, findCrossFindings } from "@/lib/queries/cross-checks/findings";
import { findingChoices } from "@/lib/queries/findings/list-findings";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { checksPath, cutLists } from "@/lib/views/cross-checks";
import { checkLinks } from "../../../check-links";
import { LostSince } from "./lost-since";

interface FoundInRunProps {
  readonly grant: Grant<"reconciliation:read">;
  readonly programme: ProgrammeRow;
  readonly run: KeptRun;
  readonly asked: CrossFindingsAsked;
  /** Each of its lists has its own. */
  readonly pages: { readonly found: number; readonly gone: number; readonly unjudged: number };
}

/** What does not hold in a run, as far as it is asked for, and what no longer is in it. */
export async function FoundInRun({ grant, programme, run, asked, pages }: FoundInRunProps) {
  const { rows, total } = await findCrossFindings(grant, run, asked, pages.found);
  const choices = await findingChoices(await authorize("finding:read"), programme.id);
  const t = await getTranslations("crossChecks");
  const own = checksPath(programme.code, run.number);
  const query = {
    regel: asked.rule,
    regeling: asked.stream,
    gemeente: asked.municipality,
    verandering: asked.change === undefined ? undefined : asked.change === "new" ? "nieuw" : "bleef",
  };
  const address = (name: string, at: number, place: string) => {
    const given = Object.entries(query).filter((one): one is [string, string] => one[1] !== undefined);
    return `${own}?${new URLSearchParams([...given, [name, String(at)]])}#${place}`;
  };
  const links = await checkLinks(programme.code, run);
  return (
    <>
      <section className="section" aria-labelledby="gevonden">
        <SectionHead id="gevonden" title={t("findings.title")}>
          <ExportLinks
            base={`/programma/${programme.code}/export/controle`}
            asked={{ nummer: run.number, ...query }}
          />
        </SectionHead>
        {run.found > 0 && (
          <CheckFindingFilter
            asked={asked}
            rules={run.outcomes.filter(({ found }) => found > 0).map(({ code }) => code)}
            {...choices}
          />
        )}
        {rows.length === 0 ? (
          <EmptyState title={t(run.found === 0 ? "findings.none" : "findings.noneAsked")}>
            {t("findings.noneText")}
          </EmptyState>
        ) : (
          <FindingTable findings={rows} run={run} caption={t("findings.caption")} links={links} />
        )}
        <CutFindings cuts={cutLists(run.outcomes, asked.rule)} />
        <FindingPages
          page={pages.found}
          perPage={FINDINGS_PER_PAGE}
          total={total}
          href={(page) => address("pagina", page, "gevonden")}
        />
      </section>
      {(["gone", "unjudged"] as const).map((why) => {
        const name = why === "gone" ? "weg" : "onbeoordeeld";
        return (
          <LostSince
            key={why}
            grant={grant}
            run={run}
            why={why}
            page={pages[why]}
            href={(page) => address(name, page, name)}
            links={links}
          />
        );
      })}
    </>
  );
}
