import { useTranslations } from "next-intl";
import { SelectField } from "@/components/forms/select-field";
import type { OrganisationLine } from "@/lib/domain/people/person-overview";
import { HELD_ROLES, ORGANISATION_KINDS } from "@/lib/domain/people/role-place";

/** A role and where it is held: what a person may see follows from both. */
export function RoleFields({ organisations }: { organisations: readonly OrganisationLine[] }) {
  const t = useTranslations("admin");
  const roles = useTranslations("shell.roles");
  return (
    <>
      <SelectField
        name="role"
        label={t("form.role")}
        placeholder={t("form.choose")}
        options={HELD_ROLES.map((role) => ({ value: role, label: roles(role) }))}
      />
      <SelectField
        name="organisationId"
        label={t("form.organisation")}
        placeholder={t("form.choose")}
        options={ORGANISATION_KINDS.map((kind) => ({
          group: t(`organisations.kinds.${kind}`),
          options: organisations
            .filter((one) => one.kind === kind)
            .map(({ id, name }) => ({ value: id, label: name })),
        })).filter(({ options }) => options.length > 0)}
      />
    </>
  );
}
