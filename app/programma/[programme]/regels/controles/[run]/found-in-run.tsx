import { getLocale, getTranslations } from "next-intl/server";
import { CheckFindingFilter } from "@/components/cross-checks/finding-filter";
import { FindingTable } from "@/components/cross-checks/finding-table";
import { ExportLinks } from "@/components/ledger/export-links";
import { EmptyState } from "@/components/signs/empty-state";
import { Pagination } from "@/components/signs/pagination";
import { SectionHead } from "@/components/signs/section-head";
import { authorize } from "@/lib/auth/authorize";
import type { Grant } from "@/lib/domain/access";
import type { KeptRun } from "@/lib/domain/cross-checks/kept-run";
import type { CrossFindingsAsked } from "@/lib/input/cross-checks";
import { FINDINGS_PER_PAGE, findCrossFindings, findGone } from "@/lib/queries/cross-checks/findings";
import { findingChoices } from "@/lib/queries/findings/list-findings";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { checksPath } from "@/lib/views/cross-checks";
import { count } from "@/lib/views/digits";
import { checkLinks } from "../../../check-links";

interface FoundInRunProps {
  readonly grant: Grant<"reconciliation:read">;
  readonly programme: ProgrammeRow;
  readonly run: KeptRun;
  readonly asked: CrossFindingsAsked;
  readonly page: number;
}

/** What does not hold in a run, as far as it is asked for, and what no longer is in it. */
export async function FoundInRun({ grant, programme, run, asked, page }: FoundInRunProps) {
  const { rows, total } = await findCrossFindings(grant, run, asked, page);
  const gone = await findGone(grant, run);
  const choices = await findingChoices(await authorize("finding:read"), programme.id);
  const [t, locale] = [await getTranslations("crossChecks"), await getLocale()];
  const own = checksPath(programme.code, run.number);
  const query = {
    regel: asked.rule,
    regeling: asked.stream,
    gemeente: asked.municipality,
    verandering: asked.change === undefined ? undefined : asked.change === "new" ? "nieuw" : "bleef",
  };
  const address = (at: number) => {
    const given = Object.entries(query).filter((one): one is [string, string] => one[1] !== undefined);
    return `${own}?${new URLSearchParams([...given, ["pagina", String(at)]])}#gevonden`;
  };
  const links = await checkLinks(programme.code, run);
  const from = (page - 1) * FINDINGS_PER_PAGE;
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
        {total > FINDINGS_PER_PAGE && (
          <Pagination
            summary={t("range", {
              from: count(Math.min(from + 1, total), locale),
              to: count(Math.min(from + FINDINGS_PER_PAGE, total), locale),
              total: count(total, locale),
            })}
            previous={page > 1 ? address(page - 1) : undefined}
            next={from + FINDINGS_PER_PAGE < total ? address(page + 1) : undefined}
          />
        )}
      </section>
      {gone.length > 0 && run.previous !== null && (
        <section className="section" aria-labelledby="weg">
          <SectionHead id="weg" title={t("findings.gone", { number: String(run.previous.number) })} />
          <FindingTable findings={gone} run={run} caption={t("findings.goneCaption")} links={links} gone />
        </section>
      )}
    </>
  );
}
