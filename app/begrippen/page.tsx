import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { SiteFrame } from "@/app/site-frame";
import { FilterForm } from "@/components/forms/filter-form";
import { TextField } from "@/components/forms/text-field";
import { LetterLinks, TermList } from "@/components/glossary/term-list";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { GLOSSARY } from "@/lib/domain/glossary";
import { searchGlossary } from "@/lib/views/glossary";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("glossary");
  return { title: t("title") };
}

const querySchema = z.object({ q: z.string().trim().max(100).catch("") });

type PageProps = { searchParams: Promise<Record<string, unknown>> };

export default async function GlossaryPage({ searchParams }: PageProps) {
  const { q: question } = querySchema.parse(await searchParams);
  const [t, locale] = await Promise.all([getTranslations("glossary"), getLocale()]);
  const terms = searchGlossary(question, locale);
  return (
    <SiteFrame crumbs={[{ label: "Geldstroom", href: "/" }, { label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead", { count: GLOSSARY.length })} />
      <FilterForm label={t("search.label")} search>
        <TextField
          name="q"
          type="search"
          className="field-grow"
          label={t("search.field")}
          hint={t("search.hint")}
          defaultValue={question}
          maxLength={100}
        />
        <button className="button" type="submit">
          {t("search.button")}
        </button>
      </FilterForm>
      {question === "" ? (
        <LetterLinks terms={terms} />
      ) : (
        <p>
          {t("search.found", { count: terms.length, question })} <a href="/begrippen">{t("search.all")}</a>
        </p>
      )}
      {terms.length > 0 ? (
        <TermList terms={terms} />
      ) : (
        <EmptyState title={t("search.empty")} level={2}>
          {t.rich("search.emptyText", { question, link: (text) => <a href="/begrippen">{text}</a> })}
        </EmptyState>
      )}
    </SiteFrame>
  );
}
