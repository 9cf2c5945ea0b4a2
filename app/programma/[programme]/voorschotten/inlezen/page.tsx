import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PaymentUpload } from "@/components/payments/payment-upload";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { cents } from "@/lib/domain/money";
import { paymentProblem } from "@/lib/input/payments";
import { paymentColumns } from "@/lib/queries/payments/payment-files";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { euro } from "@/lib/views/money";
import { ProgrammeFrame } from "../../programme-frame";

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
  const [t, locale] = [await getTranslations("payments"), await getLocale()];
  const given = await searchParams;
  const problem = paymentProblem.parse(given["probleem"]);
  const fact = (name: string) => String(given[`f.${name}`] ?? "").slice(0, 160);
  const money = (name: string) =>
    /^-?\d{1,18}$/.test(fact(name)) ? euro(cents(BigInt(fact(name))), locale) : "?";
  const message =
    problem &&
    t(`problems.${problem}`, {
      why: fact("why"),
      found: fact("found"),
      element: fact("element"),
      said: fact("said"),
      missing: fact("missing"),
      saidCents: money("saidCents"),
      foundCents: money("foundCents"),
    });
  const base = `/programma/${programme.code}`;
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[{ label: t("advances"), href: `${base}/voorschotten` }, { label: t("title") }]}
    >
      <PageTitle title={t("title")} lead={t("lead")} />
      {message && (
        <Alert id="probleem" tone="block" title={t("problems.title")} announce>
          <p>{fact("line") === "" ? message : t("problems.line", { line: fact("line"), message })}</p>
        </Alert>
      )}
      <PaymentUpload action={`${base}/voorschotten/inlezen/bestand`} columns={await paymentColumns(grant)} />
    </ProgrammeFrame>
  );
}
