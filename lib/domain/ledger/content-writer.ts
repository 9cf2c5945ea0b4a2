import type { StoredDay } from "./stored-days";

const [MINUS, DOT, ZERO, COLON, COMMA, T, Z] = [45, 46, 48, 58, 44, 84, 90] as const;
const UUID = 36;
const TIME = "T00:00:00.000000Z".length;
/** More than a length, its colon and the comma take. */
const FRAME = 24;
/** From here on copying at once is faster than byte by byte. */
const LONG = 48;
/** The two hexadecimal digits of each byte. */
const HEX = new TextEncoder().encode(
  Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0")).join(""),
);

function digitsOf(value: number): number {
  let digits = 1;
  for (let more = 10; more <= value; more *= 10) digits += 1;
  return digits;
}

/**
 * The bytes that `entryContent` makes as text, written field by field into memory that every entry uses again: several times
 * as fast, for who checks a whole journal. Each field is given as it is stored.
 */
export class ContentWriter {
  #bytes = new Uint8Array(4096);
  #size = 0;

  /** Forgets what was written; what `content` gave is then no longer that content. */
  clear(): void {
    this.#size = 0;
  }

  content(): Uint8Array {
    return this.#bytes.subarray(0, this.#size);
  }

  /** Fields that were written before, as they are. */
  copy(written: Uint8Array): void {
    this.#room(written.length);
    this.#bytes.set(written, this.#size);
    this.#size += written.length;
  }

  /** The field of a null. */
  absent(): void {
    this.#room(FRAME);
    this.#bytes[this.#size] = MINUS;
    this.#bytes[this.#size + 1] = COMMA;
    this.#size += 2;
  }

  /** @param source UTF-8, of which `length` bytes from `from` on are the text. */
  text(source: Uint8Array, from: number, length: number): void {
    this.#begin(length);
    if (length < LONG)
      for (let at = 0; at < length; at += 1) this.#bytes[this.#size + at] = source[from + at] as number;
    else this.#bytes.set(source.subarray(from, from + length), this.#size);
    this.#size += length;
    this.#end();
  }

  /** @param source has the sixteen bytes of the UUID from `from` on. */
  uuid(source: Uint8Array, from: number): void {
    this.#begin(UUID);
    const bytes = this.#bytes;
    let to = this.#size;
    for (let at = 0; at < 16; at += 1) {
      if (at === 4 || at === 6 || at === 8 || at === 10) bytes[to++] = MINUS;
      const digits = (source[from + at] as number) * 2;
      bytes[to++] = HEX[digits] as number;
      bytes[to++] = HEX[digits + 1] as number;
    }
    this.#size = to;
    this.#end();
  }

  /** Bytes as hexadecimal digits. */
  hex(source: Uint8Array, from: number, length: number): void {
    this.#begin(length * 2);
    const bytes = this.#bytes;
    let to = this.#size;
    for (let at = from; at < from + length; at += 1) {
      const digits = (source[at] as number) * 2;
      bytes[to++] = HEX[digits] as number;
      bytes[to++] = HEX[digits + 1] as number;
    }
    this.#size = to;
    this.#end();
  }

  integer(value: bigint): void {
    const text = value.toString();
    this.#begin(text.length);
    for (let at = 0; at < text.length; at += 1) this.#bytes[this.#size + at] = text.charCodeAt(at);
    this.#size += text.length;
    this.#end();
  }

  count(value: number): void {
    if (value < 0) {
      this.integer(BigInt(value));
      return;
    }
    const digits = digitsOf(value);
    this.#begin(digits);
    this.#number(value, digits);
    this.#end();
  }

  day({ text }: StoredDay): void {
    this.text(text, 0, text.length);
  }

  /** @param microseconds since the day began, in UTC. */
  instant({ text }: StoredDay, microseconds: number): void {
    this.#begin(text.length + TIME);
    this.#bytes.set(text, this.#size);
    this.#size += text.length;
    const seconds = Math.floor(microseconds / 1_000_000);
    this.#byte(T);
    this.#number(Math.floor(seconds / 3600), 2);
    this.#byte(COLON);
    this.#number(Math.floor(seconds / 60) % 60, 2);
    this.#byte(COLON);
    this.#number(seconds % 60, 2);
    this.#byte(DOT);
    this.#number(microseconds % 1_000_000, 6);
    this.#byte(Z);
    this.#end();
  }

  #number(value: number, digits: number): void {
    this.#size += digits;
    let rest = value;
    for (let at = 1; at <= digits; at += 1) {
      this.#bytes[this.#size - at] = ZERO + (rest % 10);
      rest = Math.floor(rest / 10);
    }
  }

  #byte(value: number): void {
    this.#bytes[this.#size++] = value;
  }

  /** What stands before a field of so many bytes; makes room for all of it. */
  #begin(length: number): void {
    this.#room(length + FRAME);
    this.#number(length, digitsOf(length));
    this.#byte(COLON);
  }

  #end(): void {
    this.#byte(COMMA);
  }

  #room(length: number): void {
    const least = this.#size + length;
    if (least <= this.#bytes.length) return;
    const larger = new Uint8Array(least * 2);
    larger.set(this.#bytes.subarray(0, this.#size));
    this.#bytes = larger;
  }
}
