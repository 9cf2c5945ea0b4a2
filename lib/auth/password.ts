import "server-only";
import { hash, type Options, verify } from "@node-rs/argon2";

/** Argon2id with 19 MiB, two passes and one lane: OWASP's first choice. */
const OPTIONS: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One text per password, however the keyboard composed its accents. */
const plain = (password: string) => password.normalize("NFKC");

/** Made with OPTIONS from random bytes that were thrown away: nothing matches it, and it costs what a real one costs. */
const DECOY =
  "$argon2id$v=19$m=19456,t=2,p=1$jsXplpU6sFoL6D/q6b2Wjg$1qvn1BC8Nt5MZQrGGuYww8DcF244w+q/Ua6dLIa+AMQ";

/** In front of a hash: good for choosing an own password until then, and for nothing else. */
const ONCE = /^once:(\d+):/;

export const hashPassword = (password: string): Promise<string> => hash(plain(password), OPTIONS);

export const hashOnce = async (password: string, until: Date): Promise<string> =>
  `once:${until.getTime()}:${await hashPassword(password)}`;

export const isOnce = (stored: string | null): boolean => stored !== null && ONCE.test(stored);

/** Takes as long for an unknown account as for a wrong password, so that the time of an answer tells nothing. */
export async function passwordMatches(
  stored: string | null,
  password: string,
  now = Date.now(),
): Promise<boolean> {
  const until = stored === null ? null : ONCE.exec(stored)?.[1];
  const matches = await verify(stored?.replace(ONCE, "") ?? DECOY, plain(password));
  return stored !== null && matches && (until == null || now < Number(until));
}
