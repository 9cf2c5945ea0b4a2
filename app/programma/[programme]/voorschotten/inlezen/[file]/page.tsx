import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { PaymentMatches } from "@/components/payments/payment-matches";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { cents } from "@/lib/domain/money";
import { NotFound } from "@/lib/domain/refusal";
import { findPaymentFile } from "@/lib/queries/payments/payment-files";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { euro } from "@/lib/views/money";
import { ProgrammeFrame } from "../../../programme-frame";
import { enterPaymentsAction } from "./actions";

type Props = { params: Promise<{ programme: string; file: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payments"))("title") };
}

export default async function MatchedPaymentsPage({ params }: Props) {
  const grant = await authorize("allocation:propose");
  const { programme: code, file: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const file = await orNotFound(
    z.uuid().safeParse(id).success
      ? findPaymentFile(grant, programme.id, id)
      : Promise.reject(new NotFound(id)),
  );
  const [t, locale] = [await getTranslations("payments"), await getLocale()];
  const base = `/programma/${programme.code}`;
  const total = file.lines.reduce(
    (sum, { direction, amount }) => sum + (direction === "advance" ? amount : -amount),
    0n,
  );
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[
        { label: t("advances"), href: `${base}/voorschotten` },
        { label: t("title"), href: `${base}/voorschotten/inlezen` },
        { label: file.name },
      ]}
    >
      <PageTitle
        title={file.name}
        lead={t("file.lead", {
          format: file.format,
          count: file.lines.length,
          amount: euro(cents(total), locale),
        })}
      />
      {file.batch === null ? (
        <PaymentMatches
          action={enterPaymentsAction.bind(null, programme.code, file.name)}
          title={file.name}
          idempotencyKey={randomUUID()}
          fileId={file.id}
          lines={file.lines}
          matches={file.matches}
          allocations={file.allocations}
        />
      ) : (
        <Alert id="voorgelegd" tone="ok" title={t("file.entered")}>
          <p>
            <a href={`${base}/verzamelvoorstellen/${file.batch.id}`}>{file.batch.number}</a>
          </p>
        </Alert>
      )}
    </ProgrammeFrame>
  );
}
