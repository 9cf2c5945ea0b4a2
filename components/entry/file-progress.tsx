import { useTranslations } from "next-intl";
import { KeepLooking } from "./keep-looking";

/** How far a file is read; the page looks again by itself, with script and without. */
export function FileProgress({ done, total }: { done: number; total: number }) {
  const t = useTranslations("entry.preview");
  return (
    <section className="section" aria-labelledby="voortgang">
      <h2 id="voortgang">{t("reading")}</h2>
      <p role="status">{t("progress", { done: String(done), total: String(total) })}</p>
      <progress value={done} max={Math.max(1, total)} aria-labelledby="voortgang" />
      <KeepLooking />
      <noscript>
        <meta httpEquiv="refresh" content="1" />
      </noscript>
    </section>
  );
}
