import { getTranslations } from "next-intl/server";

/** A form, because signing out writes: a link could be followed by a prefetch. Works without script. */
export async function SignOutForm() {
  const t = await getTranslations("sign-in");
  return (
    <form action="/uitloggen" method="post">
      <button type="submit">{t("signOut")}</button>
    </form>
  );
}
