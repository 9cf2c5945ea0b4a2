import { useLocale, useTranslations } from "next-intl";
import { Chain } from "@/components/signs/chain";
import { EuroText } from "@/components/signs/euro-text";
import { Facts } from "@/components/signs/facts";
import { Feed } from "@/components/signs/feed";
import { GlossaryTerm } from "@/components/signs/glossary-term";
import { StatusTag } from "@/components/signs/status-tag";
import { Steps } from "@/components/signs/steps";
import { TaskList } from "@/components/signs/task-list";
import { cents } from "@/lib/domain/money";
import { dueIn, instant, recently, shortDate } from "@/lib/views/dates";

const NOW = new Date("2026-11-23T13:00:00Z");
const at = (text: string) => new Date(text);

export function Lists() {
  const t = useTranslations("sheet.lists");
  const locale = useLocale();
  const recent = (text: string) => ({ at: text, when: recently(at(text), NOW, locale) });
  const exact = (text: string) => ({ at: text, when: instant(at(text), locale) });
  return (
    <section className="section" aria-labelledby="lijsten">
      <h2 id="lijsten" className="below-m">
        {t("title")}
      </h2>
      <Steps
        label={t("steps")}
        steps={[
          { title: t("opened"), detail: t("openedOn"), state: "done" },
          { title: t("draft"), detail: t("draftText"), state: "now" },
          { title: t("sign"), detail: t("signBy"), state: "later" },
          { title: t("review"), detail: t("reviewBy"), state: "later" },
          { title: t("post"), detail: t("postIn"), state: "later" },
        ]}
      />
      <div className="cols cols-2-1">
        <div>
          <h3 className="below-s">{t("tasks")}</h3>
          <TaskList
            tasks={[
              {
                href: "#taak-1",
                title: t("task1"),
                text: t("task1Text"),
                tag: (
                  <StatusTag kind="report" status="late">
                    {dueIn("2026-11-11", "2026-11-23", locale)}
                  </StatusTag>
                ),
              },
              {
                href: "#taak-2",
                title: t("task2"),
                text: t("task2Text"),
                tag: <StatusTag kind="proposal" status="returned" />,
              },
            ]}
          />
          <p className="above-l">
            {t.rich("glossary", { term: (word) => <GlossaryTerm slug="beschikking">{word}</GlossaryTerm> })}
          </p>
        </div>
        <div>
          <h3>{t("feed")}</h3>
          <Feed
            items={[
              {
                key: "1",
                ...recent("2026-11-23T12:41:00Z"),
                text: t.rich("feed1", { amount: () => <EuroText value={cents(129_500_000n)} /> }),
              },
              { key: "2", ...recent("2026-11-20T15:18:00Z"), text: t("feed2") },
            ]}
          />
          <h3 className="above-l below-s">{t("facts")}</h3>
          <Facts
            facts={[
              { term: t("validOn"), value: shortDate("2024-10-01", locale), look: "figure" },
              {
                term: t("knownAt"),
                value: instant(at("2024-10-18T07:14:07Z"), locale, "second"),
                look: "figure",
              },
              { term: t("decision"), value: "OEF-2024-0187" },
              { term: t("hash"), value: "c04a91f73be2d815…5d60e2aa", look: "mono" },
            ]}
          />
          <div className="above-m">
            <Chain
              links={[
                { text: t("entered"), ...exact("2024-10-17T14:40:00Z") },
                { text: t("approved"), ...exact("2024-10-18T07:14:00Z") },
              ]}
            />
          </div>
        </div>
      </div>
    </section>
  );
}
