import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { CheckField } from "@/components/forms/check-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import type { SavedView, ViewPlace } from "@/lib/domain/views/saved-view";

type Shown = SavedView & { readonly removeKey: string };
type SavedViewsProps = {
  views: readonly Shown[];
  place: ViewPlace;
  query: string;
  path: string;
  title: string;
  saveKey: string;
  save: FormAction;
  remove: FormAction;
};

/** Questions of this list that were kept: links, so that they work everywhere. */
export function SavedViews({ views, place, query, path, title, saveKey, save, remove }: SavedViewsProps) {
  const t = useTranslations("views");
  return (
    <details className="views" id="weergaven">
      <summary>{t("title", { count: views.length })}</summary>
      {views.length > 0 && (
        <ul className="plain">
          {views.map((view) => (
            <li key={view.id}>
              <a
                href={view.query === "" ? path : `${path}?${view.query}`}
                aria-current={view.query === query ? "true" : undefined}
              >
                {view.name}
              </a>
              <span className="small muted">
                {view.of !== null ? t("sharedBy", { name: view.of }) : t(view.shared ? "shared" : "own")}
              </span>
              {view.of === null && <Remove view={view} title={title} action={remove} />}
            </li>
          ))}
        </ul>
      )}
      <ActionForm action={save} title={title} refusal={t("refusal")} prefix="weergave-">
        <HiddenField name="idempotencyKey" value={saveKey} />
        <HiddenField name="list" value={place.list} />
        <HiddenField name="subject" value={place.subject} />
        <HiddenField name="query" value={query} />
        <TextField
          name="name"
          label={t("name")}
          hint={t(query === "" ? "nameHintAll" : "nameHint")}
          width="m"
          maxLength={60}
        />
        <CheckField name="shared" value="ja" label={t("share")} />
        <SubmitButton look="second">{t("save")}</SubmitButton>
      </ActionForm>
    </details>
  );
}

function Remove({ view, title, action }: { view: Shown; title: string; action: FormAction }) {
  const t = useTranslations("views");
  return (
    <ActionForm action={action} title={title} prefix={`weg-${view.id}-`}>
      <HiddenField name="idempotencyKey" value={view.removeKey} />
      <HiddenField name="viewId" value={view.id} />
      <SubmitButton look="quiet">
        {t("remove")}
        <span className="hidden"> {view.name}</span>
      </SubmitButton>
    </ActionForm>
  );
}
