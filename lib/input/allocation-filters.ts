import { z } from "zod";
import { cleanText } from "./fields";

export const ALLOCATION_SORTS = ["nummer", "gebied", "toegekend", "besteed", "over"] as const;
export type AllocationSort = (typeof ALLOCATION_SORTS)[number];

const text = z
  .string()
  .transform((value) => cleanText(value) || undefined)
  .pipe(z.string().max(100).optional())
  .optional();
const asked = z.object({
  geldstroom: text,
  gemeente: text,
  thema: text,
  zoek: text,
  volgorde: z.enum(ALLOCATION_SORTS).default("nummer"),
  richting: z.enum(["op", "af"]).default("op"),
  pagina: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .transform(Number)
    .default(1),
});
export type AllocationFilters = z.output<typeof asked>;

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** What this reader can choose from. */
interface Known {
  readonly streams: readonly { readonly code: string }[];
  readonly municipalities: readonly { readonly code: string }[];
}

/** The list's question, kept in its address. What cannot be read or does not exist is left out, and `unread` says so. */
export function readAllocationFilters(
  params: Params,
  { streams, municipalities }: Known,
): { readonly filters: AllocationFilters; readonly unread: boolean } {
  const wrong = new Set(asked.safeParse(params).error?.issues.map(({ path }) => String(path[0])));
  const read = asked.parse(Object.fromEntries(Object.entries(params).filter(([name]) => !wrong.has(name))));
  const known = (list: Known["streams"], code: string | undefined) =>
    list.find((one) => one.code === code)?.code;
  const filters = {
    ...read,
    geldstroom: known(streams, read.geldstroom),
    gemeente: known(municipalities, read.gemeente),
  };
  const left = filters.geldstroom !== read.geldstroom || filters.gemeente !== read.gemeente;
  return { filters, unread: wrong.size > 0 || left };
}
