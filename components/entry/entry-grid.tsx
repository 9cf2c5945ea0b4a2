import { useLocale, useTranslations } from "next-intl";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import type { EntryRow } from "@/lib/domain/entry/entry-fields";
import type { Pickable } from "@/lib/domain/entry/pick";
import type { Cents } from "@/lib/domain/money";
import type { FormAction } from "../forms/form-state";
import { useFormTexts } from "../forms/form-texts";
import { GridForm } from "./grid-form";
import type { GridWords } from "./grid-words";
import type { SaveDraft } from "./use-draft";

type EntryGridProps = {
  action: FormAction;
  save: SaveDraft;
  words: GridWords;
  idempotencyKey: string;
  trancheId: string;
  tranche: string;
  years: readonly number[];
  areas: readonly Pickable[];
  themes: readonly Pickable[];
  room: ReadonlyMap<number, Cents>;
  rows: readonly EntryRow[];
  draft: { readonly version: number; readonly saved: string };
};

/** The grid with what stands around it: the name of the batch, a box to paste in without script, and the buttons. */
export function EntryGrid({ idempotencyKey, tranche, ...grid }: EntryGridProps) {
  const t = useTranslations("entry.grid");
  const shell = useTranslations("shell");
  return (
    <GridForm
      {...grid}
      texts={useFormTexts(t("refusal"))}
      locale={useLocale()}
      documentTitle={shell("documentTitle", { title: t("title") })}
      caption={t("caption", { tranche })}
      before={
        <>
          <HiddenField name="idempotencyKey" value={idempotencyKey} />
          <HiddenField name="trancheId" value={grid.trancheId} />
          <TextField name="name" label={t("name")} hint={t("nameHint")} optional />
          <details className="below-m">
            <summary>{t("pasteHere")}</summary>
            <TextareaField name="pasted" label={t("pasteLabel")} hint={t("pasteHint")} optional />
            <SubmitButton look="second" name="intent" value="paste">
              {t("process")}
            </SubmitButton>
          </details>
          <details className="below-m">
            <summary>{t("keys")}</summary>
            <p className="small">{t("keysText")}</p>
          </details>
        </>
      }
      actions={
        <>
          <SubmitButton name="intent" value="propose">
            {t("propose")}
          </SubmitButton>
          <SubmitButton look="second" name="intent" value="more">
            {t("more")}
          </SubmitButton>
          <SubmitButton look="quiet" name="intent" value="keep">
            {t("keep")}
          </SubmitButton>
        </>
      }
    />
  );
}
