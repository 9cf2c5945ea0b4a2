import { z } from "zod";
import { maybeDay, maybeText, text } from "./cells";
import type { PublishedSource } from "./rows";
import { dataText, readTable } from "./table";

const sourceRow = z.object({
  code: z.string().regex(/^[a-z0-9-]+$/, "write a code in small letters, digits and hyphens"),
  title: text,
  publisher: text,
  published_on: maybeDay,
  published_text: maybeText,
  address: z.url("leave empty, or write the full address").or(z.literal("")),
  content_file: maybeText,
  allocations_source: maybeText,
});

export type Sources = {
  readonly sources: PublishedSource[];
  /** The source behind the words in the table of awards. */
  readonly byAwardText: ReadonlyMap<string, PublishedSource>;
};

export function readSources(): Sources {
  const rows = readTable("sources.csv", sourceRow).map((row) => ({
    awardText: row.allocations_source,
    source: {
      code: row.code,
      title: row.title,
      publisher: row.publisher,
      publishedOn: row.published_on,
      publishedText: row.published_text,
      address: row.address === "" ? null : row.address,
      content: row.content_file === null ? null : dataText(row.content_file),
    },
  }));
  return {
    sources: rows.map(({ source }) => source),
    byAwardText: new Map(
      rows.flatMap(({ awardText, source }) => (awardText === null ? [] : [[awardText, source] as const])),
    ),
  };
}
