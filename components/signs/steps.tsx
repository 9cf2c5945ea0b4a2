import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "./icon";

export type Step = {
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly state: "done" | "now" | "later";
};

/** Where something stands on its way, and who is next. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  const t = useTranslations("shell.steps");
  return (
    <ol className="plain steps" aria-label={label}>
      {steps.map(({ title, detail, state }, index) => (
        <li
          key={index}
          className={state === "later" ? undefined : state}
          aria-current={state === "now" ? "step" : undefined}
        >
          <strong>
            {state === "done" && (
              <>
                <Icon name="check" />
                <span className="hidden">{t("done")}: </span>
              </>
            )}
            {title}
          </strong>
          {detail !== undefined && <span>{detail}</span>}
        </li>
      ))}
    </ol>
  );
}
