import { type Platform, textOf } from "./platform";

export type SignatureState = "valid" | "invalid" | "untrusted" | "missing" | "unchecked";

/** The SPKI bytes of a public key in PEM; null for anything else. */
export function readPem(text: string): Uint8Array | null {
  const [, body] = /-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----/.exec(text) ?? [];
  if (body === undefined) return null;
  try {
    return Uint8Array.from(atob(body.replace(/\s/g, "")), (sign) => sign.charCodeAt(0));
  } catch {
    return null;
  }
}

/**
 * Public keys by their name, which anybody can compute: the start of the SHA-256 of the key. Where the reader brought keys
 * of their own only those count; else the ones that came along are used, and the reader is told to compare the name.
 */
export class Keys {
  readonly #known = new Map<string, Uint8Array>();
  readonly #trusted: ReadonlySet<string> | null;

  constructor(along: readonly Uint8Array[], brought: readonly Uint8Array[], { digests }: Platform) {
    const named = (spki: Uint8Array) => digests.toHex(digests.sha256(spki)).slice(0, 32);
    for (const spki of [...along, ...brought]) this.#known.set(named(spki), spki);
    this.#trusted = brought.length === 0 ? null : new Set(brought.map(named));
  }

  /** A key that came along inside a file. */
  learn(pem: unknown, { digests }: Platform): void {
    const spki = typeof pem === "string" ? readPem(pem) : null;
    if (spki !== null) this.#known.set(digests.toHex(digests.sha256(spki)).slice(0, 32), spki);
  }

  get brought(): boolean {
    return this.#trusted !== null;
  }

  /** Whether the key with this name signed exactly these bytes. */
  async state(
    keyId: string,
    message: Uint8Array,
    signature: string,
    { digests, verifies }: Platform,
  ): Promise<SignatureState> {
    if (this.#trusted !== null && !this.#trusted.has(keyId)) return "untrusted";
    const spki = this.#known.get(keyId);
    if (spki === undefined) return "missing";
    const right = await verifies(spki, message, digests.fromHex(signature));
    if (right === null) return "unchecked";
    return right ? "valid" : "invalid";
  }
}

/** The keys among the files that were given. */
export async function keysAmong(files: {
  readonly names: readonly string[];
  readonly read: (name: string) => Promise<Uint8Array | null>;
}): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  for (const name of files.names.filter((one) => one.endsWith(".pem"))) {
    const bytes = await files.read(name);
    const key = bytes === null ? null : readPem(textOf(bytes));
    if (key !== null) found.push(key);
  }
  return found;
}
