import { useTranslations } from "next-intl";
import { byLetter, type TermView } from "@/lib/views/glossary";

/** Terms under their letters, each with an address of its own: /begrippen#beschikking. */
export function TermList({ terms }: { terms: readonly TermView[] }) {
  return byLetter(terms).map(({ letter, terms: found }) => (
    <section key={letter} className="terms" aria-labelledby={`letter-${letter}`}>
      <h2 id={`letter-${letter}`}>{letter}</h2>
      <dl>
        {found.map((view) => (
          <Term key={view.slug} view={view} />
        ))}
      </dl>
    </section>
  ));
}

function Term({ view }: { view: TermView }) {
  const t = useTranslations("glossary");
  const { stage, evidence, source } = view.term;
  return (
    <div id={view.slug}>
      <dt>
        {view.name}
        <span className="other">
          <span className="hidden">{t("other")}: </span>
          <span lang={view.otherLocale}>{view.otherName}</span>
        </span>
      </dt>
      <dd>
        {view.definition}
        <span className="about">
          <span className="tag">{t(`stage.${stage}`)}</span>
          <span>
            {t(`evidence.${evidence}`)}
            {source !== undefined && (
              <>
                : <span lang="nl">{source}</span>
              </>
            )}
          </span>
        </span>
      </dd>
    </div>
  );
}

/** Only letters that have a word are links. */
export function LetterLinks({ terms }: { terms: readonly TermView[] }) {
  const t = useTranslations("glossary");
  return (
    <nav aria-label={t("letters")}>
      <ul className="plain letters">
        {byLetter(terms).map(({ letter }) => (
          <li key={letter}>
            <a href={`#letter-${letter}`}>{letter}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
