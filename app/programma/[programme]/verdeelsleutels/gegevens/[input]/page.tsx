import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ValueTable } from "@/components/distribution/value-table";
import { PageTitle } from "@/components/shell/page-title";
import { Facts } from "@/components/signs/facts";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { NotFound } from "@/lib/domain/refusal";
import { findInput } from "@/lib/queries/distribution/find-input";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { longDate, longInstant } from "@/lib/views/dates";
import { ProgrammeFrame } from "../../../programme-frame";

type Props = { params: Promise<{ programme: string; input: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("distribution.input"))("title") };
}

export default async function InputPage({ params }: Props) {
  const grant = await authorize("proposal:read");
  const { programme: code, input: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const input = await orNotFound(
    z.uuid().safeParse(id).success ? findInput(grant, programme.id, id) : Promise.reject(new NotFound(id)),
  );
  const t = await getTranslations("distribution.input");
  const locale = await getLocale();
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[
        { label: t("keys"), href: `/programma/${programme.code}/verdeelsleutels` },
        { label: input.name },
      ]}
    >
      <PageTitle title={input.name} lead={input.stream} />
      <Facts
        wide
        facts={[
          { term: t("source"), value: input.source },
          { term: t("sourceOn"), value: longDate(input.sourceOn, locale), look: "figure" },
          {
            term: t("author"),
            value:
              input.author === null
                ? t("published")
                : t("enteredBy", { name: input.author, when: longInstant(input.createdAt, locale) }),
          },
          { term: t("hash"), value: input.hash.slice(0, 16), look: "mono" },
        ]}
      />
      <section className="section" aria-labelledby="waarden">
        <h2 id="waarden">{t("values")}</h2>
        <ValueTable rows={input.rows} total={input.total} grain={input.grain} />
      </section>
    </ProgrammeFrame>
  );
}
