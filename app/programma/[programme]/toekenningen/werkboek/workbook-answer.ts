import { getLocale } from "next-intl/server";
import type { Grant } from "@/lib/domain/access";
import { entryWorkbook } from "@/lib/files/entry/entry-workbook";
import type { FilledRow } from "@/lib/files/entry/workbook-plan";
import { entryOptions } from "@/lib/queries/entry/entry-options";
import { knownRows } from "@/lib/queries/entry/known-rows";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { dateInAmsterdam } from "@/lib/views/dates";
import { workbookWords } from "./workbook-words";

/** The workbook of a tranche as a file, empty or with what somebody filled in before. */
export async function workbookAnswer(
  grant: Grant<"allocation:propose">,
  programme: ProgrammeRow,
  trancheId: string,
  filled: ReadonlyMap<string, FilledRow> = new Map(),
): Promise<Response> {
  const locale = await getLocale();
  const options = await entryOptions(grant, programme.id, trancheId, locale);
  const bytes = entryWorkbook({
    programme: programme.code,
    tranche: options.code,
    made: dateInAmsterdam(new Date()),
    years: options.years,
    legalSources: options.legalReference === null ? [] : [options.legalReference],
    words: await workbookWords(locale, options.years),
    rows: await knownRows(grant, programme.id, trancheId, locale),
    filled,
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  const name = [
    programme.isPractice ? "oefengegevens" : null,
    programme.code,
    "toekenningen",
    options.code.replace("/", "-").toLowerCase(),
    filled.size > 0 ? "fouten" : null,
    dateInAmsterdam(new Date()),
  ];
  return new Response(new Uint8Array(Buffer.concat(pieces)), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="${name.filter(Boolean).join("-")}.xlsx"`,
      "Cache-Control": "private, no-store",
    },
  });
}
