import { z } from "zod";
import { codeOf, maybeCodeOf, maybeText, text } from "./cells";
import type { KnownCodes } from "./claims";
import type { PublishedIndicator } from "./rows";
import { readTable } from "./table";

export function readIndicators(known: KnownCodes): PublishedIndicator[] {
  const row = z.object({
    code: z.string().regex(/^[a-z0-9-]+$/, "write a code in small letters, digits and hyphens"),
    stream: maybeCodeOf(known.streams, "a stream"),
    name_nl: text,
    name_en: text,
    unit_nl: text,
    unit_en: text,
    target: z
      .string()
      .regex(/^\d+$/, "write a whole number without separators, such as 24463")
      .transform(BigInt),
    target_text: text,
    source: codeOf(known.sources, "a source"),
    place: maybeText,
    note: maybeText,
  });
  return readTable("indicators.csv", row).map(
    ({ name_nl, name_en, unit_nl, unit_en, target_text, ...rest }) => ({
      ...rest,
      nameNl: name_nl,
      nameEn: name_en,
      unitNl: unit_nl,
      unitEn: unit_en,
      targetText: target_text,
    }),
  );
}
