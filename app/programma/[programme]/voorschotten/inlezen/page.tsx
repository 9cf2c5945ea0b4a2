import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PaymentRefusal } from "@/components/payments/payment-refusal";
import { PaymentUpload } from "@/components/payments/payment-upload";
import { PageTitle } from "@/components/shell/page-title";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { paymentPage } from "@/lib/input/payments";
import { paymentSources, USUAL_COLUMNS } from "@/lib/queries/payments/payment-files";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { ProgrammeFrame } from "../../programme-frame";
import { refusedItems } from "./refused-items";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payments"))("title") };
}

export default async function PaymentFilePage({ params, searchParams }: Props) {
  const grant = await authorize("allocation:propose");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const t = await getTranslations("payments");
  const { bron, fouten, meer, ...typed } = paymentPage.parse(await searchParams);
  const sources = await paymentSources(grant);
  const chosen = bron === undefined ? sources[0] : sources.find(({ name }) => name === bron);
  const kept = chosen?.columns ?? USUAL_COLUMNS;
  const columns = fouten.length === 0 ? kept : { ...kept, ...typed };
  const base = `/programma/${programme.code}`;
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[{ label: t("advances"), href: `${base}/voorschotten` }, { label: t("title") }]}
    >
      <PageTitle title={t("title")} lead={t("lead")} />
      {fouten.length > 0 && <PaymentRefusal items={await refusedItems(fouten)} more={meer} />}
      <PaymentUpload
        action={`${base}/voorschotten/inlezen/bestand`}
        columns={columns}
        source={bron ?? chosen?.name ?? ""}
        sources={sources.map(({ name }) => name)}
        here={`${base}/voorschotten/inlezen`}
      />
    </ProgrammeFrame>
  );
}
