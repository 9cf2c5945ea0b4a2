import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What the colours of a page decide; everything else is the same in the dark. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** In the page itself, which has no frames: a page of its own to gather results in takes longer than the looking. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
const asText = ({ violations }: Awaited<ReturnType<AxeBuilder["analyze"]>>) =>
  violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);

/** What axe says of a page in the light, and of its colours in the dark. */
export async function problemsOn(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await axe(page).withRules(OF_COLOURS).analyze();
  await page.emulateMedia({ colorScheme: "light" });
  const light = await axe(page).withTags(TAGS).analyze();
  return [...asText(light), ...asText(dark).map((problem) => `in the dark: ${problem}`)];
}
