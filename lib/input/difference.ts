import { instantNow, readDate, readInstant } from "@/lib/domain/reconciliation/as-of";
import { dateInAmsterdam } from "@/lib/views/dates";
import { type Asked, one } from "./as-of";

export interface DifferenceAsked {
  readonly validOn: string;
  /** The earlier and the later moment of knowing. */
  readonly from: string;
  readonly until: string;
  readonly typed: { readonly geldig: string; readonly van: string; readonly tot: string };
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly page: number;
}

const DAYS = 30;

/** Two moments of the address; without them thirty days back and now. What cannot be read is left out, and said. */
export function readDifferenceAsked(asked: Asked, now: Date): DifferenceAsked {
  const [geldig, van, tot, pagina] = [one(asked.geldig), one(asked.van), one(asked.tot), one(asked.pagina)];
  const validOn = geldig === "" ? dateInAmsterdam(now) : readDate(geldig);
  const until = tot === "" ? ({ ok: true, value: instantNow(now) } as const) : readInstant(tot, now);
  const end = until.ok ? until.value : instantNow(now);
  const before = instantNow(new Date(Date.parse(end) - DAYS * 86_400_000));
  const from = van === "" ? ({ ok: true, value: before } as const) : readInstant(van, now);
  const ordered = from.ok && from.value <= end;
  return {
    validOn: validOn ?? dateInAmsterdam(now),
    from: ordered ? from.value : before,
    until: end,
    typed: {
      geldig: validOn === null ? "" : geldig,
      van: ordered ? van : "",
      tot: until.ok ? tot : "",
    },
    errors: {
      ...(validOn === null ? { geldig: ["reconciliation.asOf.validUnreadable"] } : {}),
      ...(from.ok
        ? ordered
          ? {}
          : { van: ["reconciliation.between.notBefore"] }
        : { van: [`reconciliation.asOf.known.${from.problem}`] }),
      ...(until.ok ? {} : { tot: [`reconciliation.asOf.known.${until.problem}`] }),
    },
    page: /^[1-9]\d{0,6}$/.test(pagina) ? Number(pagina) : 1,
  };
}
