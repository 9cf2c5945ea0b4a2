import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import "@/app/styles/batches.css";
import { BatchDecision } from "@/components/batches/batch-decision";
import { BatchFacts } from "@/components/batches/batch-facts";
import { BatchLines } from "@/components/batches/batch-lines";
import { BatchMessages } from "@/components/batches/batch-messages";
import { BatchRooms } from "@/components/batches/batch-rooms";
import { LineFilter } from "@/components/batches/line-filter";
import { ProposeBatch } from "@/components/batches/propose-batch";
import { ExportLinks } from "@/components/ledger/export-links";
import { PageTitle } from "@/components/shell/page-title";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { NotFound } from "@/lib/domain/refusal";
import { batchFilters } from "@/lib/input/batch-decision";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findBatch, findBatchOutcome, LINES_PER_PAGE } from "@/lib/queries/proposals/find-batch";
import { ProgrammeFrame } from "../../programme-frame";
import { decideBatchAction, proposeBatchAction } from "./actions";

type Props = {
  params: Promise<{ programme: string; batch: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("batches.page"))("title") };
}

/** One batch: where it came from, what it asks of the ceilings, and its lines, which another person decides. */
export default async function BatchPage({ params, searchParams }: Props) {
  const grant = await authorize("proposal:read");
  const { programme: code, batch: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const filters = batchFilters.parse(await searchParams);
  const asked = { state: filters.stand ?? null, page: filters.pagina };
  const batch = await orNotFound(
    z.uuid().safeParse(id).success
      ? findBatch(grant, programme.id, id, asked)
      : Promise.reject(new NotFound(id)),
  );
  const approver = await tryAuthorize("proposal:approve");
  const told = approver && filters.besluit ? await findBatchOutcome(approver, filters.besluit) : null;
  const t = await getTranslations("batches.page");
  const base = `/programma/${programme.code}`;
  const open = batch.counts.proposed + batch.counts.second > 0;
  const deciding = approver !== null && batch.own === null && open;
  const lines = <BatchLines rows={batch.rows} base={base} deciding={deciding} />;
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[{ label: t("list"), href: `${base}/verzamelvoorstellen` }, { label: batch.number }]}
    >
      <PageTitle title={t("heading", { number: batch.number })} lead={batch.name}>
        <div className="actions">
          <ExportLinks
            base={`${base}/export/verzamelvoorstel`}
            asked={{ voorstel: batch.id, stand: filters.stand }}
          />
        </div>
      </PageTitle>
      <BatchMessages
        told={told}
        proposed={filters.gedaan === "voorgelegd"}
        waitsFor={open ? batch.own : null}
      />
      <BatchFacts batch={batch} />
      <BatchRooms rooms={batch.rooms} />
      <section className="section" aria-labelledby="regels">
        <h2 id="regels">{t("linesTitle")}</h2>
        <LineFilter batch={batch} filters={filters} base={base} perPage={LINES_PER_PAGE} />
        {deciding ? (
          <BatchDecision
            action={decideBatchAction.bind(null, programme.code)}
            title={batch.number}
            idempotencyKey={randomUUID()}
            batchId={batch.id}
            reading={batch.reading}
            together={batch.together}
          >
            {lines}
          </BatchDecision>
        ) : (
          lines
        )}
      </section>
      {batch.own === "entered" && batch.counts.draft > 0 && (
        <ProposeBatch
          action={proposeBatchAction.bind(null, programme.code)}
          title={batch.number}
          idempotencyKey={randomUUID()}
          batchId={batch.id}
          count={batch.counts.draft}
        />
      )}
    </ProgrammeFrame>
  );
}
