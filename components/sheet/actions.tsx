import { useTranslations } from "next-intl";
import { Alert } from "@/components/signs/alert";
import { EmptyState } from "@/components/signs/empty-state";
import { ErrorSummary } from "@/components/signs/error-summary";
import { Switch } from "@/components/signs/switch";

const VIEWS = ["claimed", "landed", "allocated", "spent"] as const;

export function Actions() {
  const t = useTranslations("sheet.actions");
  return (
    <section className="section" aria-labelledby="actie">
      <h2 id="actie" className="below-m">
        {t("title")}
      </h2>
      <div className="demo">
        <a className="button" href="#actie">
          {t("submit")}
        </a>
        <a className="button button-second" href="#actie">
          {t("draft")}
        </a>
        <a className="button button-quiet" href="#actie">
          {t("cancel")}
        </a>
        <a className="button focus-demo" href="#actie">
          {t("focusButton")}
        </a>
        <a className="focus-demo" href="#actie">
          {t("focusLink")}
        </a>
      </div>
      <div className="demo">
        <Switch
          label={t("switch")}
          options={VIEWS.map((view, index) => ({ label: t(view), href: `#${view}`, current: index === 0 }))}
        />
      </div>
    </section>
  );
}

export function Messages() {
  const t = useTranslations("sheet.messages");
  return (
    <section className="section" aria-labelledby="meldingen">
      <h2 id="meldingen" className="below-m">
        {t("title")}
      </h2>
      <div className="cols cols-1-1">
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
        <Alert id="bewaard" level={3} tone="ok" title={t("saved")}>
          <p>{t("savedText")}</p>
        </Alert>
        <Alert id="waarom" level={3} tone="block" title={t("why")}>
          <ol>
            <li>
              <a href="#nummer">{t("whyText")}</a>
            </li>
          </ol>
        </Alert>
        <ErrorSummary
          id="fouten"
          level={3}
          heading={t("refused")}
          items={[
            { message: t("number"), href: "#nummer", lift: { text: t("numberLift") } },
            { message: t("room"), href: "#jaren", lift: { text: t("roomLift"), href: "#optelling" } },
          ]}
        />
      </div>
    </section>
  );
}
