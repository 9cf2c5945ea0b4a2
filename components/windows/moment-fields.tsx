import { useTranslations } from "next-intl";
import { DateField } from "@/components/forms/date-field";
import { TextField } from "@/components/forms/text-field";

type MomentFieldsProps = { dueOn?: string; closesOn?: string; closesTime?: string };

/** The due date and the moment of closing, in Dutch time. */
export function MomentFields({ dueOn, closesOn, closesTime = "23.59" }: MomentFieldsProps) {
  const t = useTranslations("windows.new");
  return (
    <>
      <DateField name="dueOn" label={t("dueOn")} hint={t("dateHint")} defaultValue={dueOn} />
      <div className="moment">
        <DateField name="closesOn" label={t("closesOn")} hint={t("closesHint")} defaultValue={closesOn} />
        <TextField
          name="closesTime"
          label={t("closesTime")}
          hint={t("timeHint")}
          width="s"
          inputMode="decimal"
          defaultValue={closesTime}
        />
      </div>
    </>
  );
}
