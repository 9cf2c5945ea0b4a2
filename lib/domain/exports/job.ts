export type ExportState = "queued" | "running" | "done" | "failed" | "expired";

/** Why an export was not made. */
export type ExportProblem = "no_longer_allowed" | "not_found" | "too_large" | "broken";

/** An export that the worker makes, as the person who asked for it follows it. */
export interface ExportJob {
  readonly id: string;
  readonly kind: string;
  readonly format: string;
  readonly proved: boolean;
  readonly question: Readonly<Record<string, string | string[]>>;
  readonly language: "nl" | "en";
  readonly state: ExportState;
  /** How many rows there will be; null while that is not known. */
  readonly expected: bigint | null;
  readonly rows: bigint;
  readonly bytes: bigint;
  readonly fileName: string | null;
  readonly sha256: string | null;
  readonly error: ExportProblem | null;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
  readonly expiresAt: Date | null;
}

/** What comes of an audit package: every table, document and entry of a part of the programme. */
export const PACKAGE_KIND = "controlepakket";

/** Bytes of a file from the one up to and with the other. */
export interface ByteRange {
  readonly from: bigint;
  readonly to: bigint;
}

/**
 * The part of a file that a request asks for (RFC 9110, 14.2): one range. Null for the whole; "outside" when there is no
 * such part. What is not understood is answered with the whole, as that text says.
 */
export function readRange(header: string | null, size: bigint): ByteRange | "outside" | null {
  const [, first, last] = /^bytes=(\d{0,18})-(\d{0,18})$/.exec(header?.trim() ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return null;
  const end = size - 1n;
  if (first === "") {
    const length = BigInt(last);
    if (length === 0n || size === 0n) return "outside";
    return { from: length >= size ? 0n : size - length, to: end };
  }
  const from = BigInt(first);
  const to = last === "" || BigInt(last) > end ? end : BigInt(last);
  if (last !== "" && BigInt(last) < from) return null;
  return from > end ? "outside" : { from, to };
}
