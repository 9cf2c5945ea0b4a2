import { useTranslations } from "next-intl";
import { FilterForm } from "@/components/forms/filter-form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { ExportLinks } from "@/components/ledger/export-links";
import { SectionHead } from "@/components/signs/section-head";
import { Switch } from "@/components/signs/switch";
import type { PresentCell } from "@/lib/domain/scenarios/effect";
import { effectOf, SCENARIO_LEVELS, type ScenarioLevel } from "@/lib/domain/scenarios/effect";
import type { ScenarioLine } from "@/lib/domain/scenarios/scenario";
import { EffectTable } from "./effect-table";

interface ShownScenario {
  readonly id: string;
  readonly name: string;
  readonly present: readonly PresentCell[];
  readonly lines: readonly ScenarioLine[];
}

type EffectSectionProps = {
  scenario: ShownScenario;
  /** The scenario that stands beside it. */
  beside: ShownScenario | null;
  others: readonly { readonly id: string; readonly name: string }[];
  per: ScenarioLevel;
  /** Addresses of this page and of its file. */
  here: string;
  file: string;
};

/** What a scenario does to the present at one level, beside a second one when asked, and the same as a file. */
export function EffectSection({ scenario, beside, others, per, here, file }: EffectSectionProps) {
  const t = useTranslations("scenarios.effect");
  const met = beside?.id;
  return (
    <section className="section" aria-labelledby="gevolg">
      <SectionHead id="gevolg" title={t("title")}>
        <Switch
          label={t("per")}
          options={SCENARIO_LEVELS.map((level) => ({
            label: t(`levels.${level}`),
            href: `${here}?per=${level}${met ? `&met=${met}` : ""}#gevolg`,
            current: level === per,
          }))}
        />
      </SectionHead>
      {others.length > 0 && (
        <FilterForm label={t("compare")} action={`${here}#gevolg`}>
          <HiddenField name="per" value={per} />
          <SelectField
            name="met"
            label={t("compareWith")}
            placeholder={t("nothing")}
            defaultValue={met}
            options={others.map((row) => ({ value: row.id, label: row.name }))}
          />
          <SubmitButton look="second">{t("show")}</SubmitButton>
        </FilterForm>
      )}
      <EffectTable
        rows={effectOf(scenario.present, scenario.lines, per)}
        beside={beside ? { name: beside.name, rows: effectOf(beside.present, beside.lines, per) } : undefined}
        name={scenario.name}
        head={t(`levels.${per}`)}
      />
      <div className="actions above-m">
        <ExportLinks base={file} asked={{ scenario: scenario.id, per, met }} of={t("title")} />
      </div>
    </section>
  );
}
