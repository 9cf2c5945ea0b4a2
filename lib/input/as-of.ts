import { type AsOf, instantNow, readDate, readInstant } from "@/lib/domain/reconciliation/as-of";
import { dateInAmsterdam } from "@/lib/views/dates";

export type Asked = Readonly<Record<string, string | string[] | undefined>>;

export const one = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? (value[0] ?? "") : (value ?? "")).slice(0, 100);

export interface AskedDates {
  readonly asOf: AsOf;
  /** What stands in the fields: as it was typed where that could be read, else empty. */
  readonly typed: { readonly geldig: string; readonly bekend: string };
  /** Message keys of what could not be read, by field. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
}

/** The two dates of the address; without them today and now. What cannot be read is left out, and said. */
export function readAsOf(asked: Asked, now: Date): AskedDates {
  const [geldig, bekend] = [one(asked.geldig), one(asked.bekend)];
  const validOn = geldig === "" ? dateInAmsterdam(now) : readDate(geldig);
  const known = bekend === "" ? ({ ok: true, value: instantNow(now) } as const) : readInstant(bekend, now);
  return {
    asOf: { validOn: validOn ?? dateInAmsterdam(now), knownAt: known.ok ? known.value : instantNow(now) },
    typed: { geldig: validOn === null ? "" : geldig, bekend: known.ok ? bekend : "" },
    errors: {
      ...(validOn === null ? { geldig: ["reconciliation.asOf.validUnreadable"] } : {}),
      ...(known.ok ? {} : { bekend: [`reconciliation.asOf.known.${known.problem}`] }),
    },
  };
}

/** The text fields of a form that was sent to a route, as an address would ask them. */
export const formFields = (form: Iterable<readonly [string, unknown]>): Asked =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value.replaceAll("\u0000", "")] as const] : [],
    ),
  );
