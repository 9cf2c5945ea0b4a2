import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FormFrame } from "./form-frame";
import type { FormAction, FormState } from "./form-state";
import { useFormTexts } from "./form-texts";

type ActionFormProps = {
  action: FormAction;
  /** The page's title, as in its metadata. */
  title: string;
  /** What the summary says: "U kunt dit voorstel nog niet indienen". The number of reasons follows. */
  refusal?: string;
  /** In front of every id, when a page has more than one form. */
  prefix?: string;
  className?: string;
  initial?: FormState;
  children: ReactNode;
};

/** A form that writes. Server only; its fields are the components of this folder. */
export function ActionForm({
  action,
  title,
  refusal,
  prefix = "",
  className,
  initial,
  children,
}: ActionFormProps) {
  const t = useTranslations("shell");
  return (
    <FormFrame
      action={action}
      texts={useFormTexts(refusal)}
      prefix={prefix}
      className={className}
      documentTitle={t("documentTitle", { title })}
      initial={initial}
    >
      {children}
    </FormFrame>
  );
}
