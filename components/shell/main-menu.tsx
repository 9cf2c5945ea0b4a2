import { useLocale, useTranslations } from "next-intl";
import { Count } from "@/components/signs/count";
import { count } from "@/lib/views/digits";
import type { NavigationItem, NavigationKey } from "@/lib/views/navigation";

export type MenuCounts = Partial<Record<NavigationKey, number>>;

type MainMenuProps = { items: readonly NavigationItem[]; current?: NavigationKey; counts: MenuCounts };

/** Where this person can go in this programme, with how much waits there. */
export function MainMenu({ items, current, counts }: MainMenuProps) {
  const t = useTranslations("shell.menu");
  const locale = useLocale();
  return (
    <nav aria-label={t("label")}>
      <ul className="plain">
        {items.map(({ key, href }) => {
          const waiting = counts[key] ?? 0;
          return (
            <li key={key}>
              <a href={href} aria-current={key === current ? "page" : undefined}>
                <span className="word" data-word={t(`items.${key}`)}>
                  {t(`items.${key}`)}
                </span>
                {waiting > 0 && (
                  <Count value={count(waiting, locale)} of={t("waiting", { count: waiting })} />
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
