import { generateKeyPairSync } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readSigningKey, signCheckpoints } from "@/lib/db/checkpoints/sign-checkpoints";
import { personNow } from "@/lib/db/people/held-roles";
import { actorFor, type Grant, issueGrant, type Permission } from "@/lib/domain/access";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { makeExport } from "@/scripts/chores/make-export";
import { manifestSigner } from "@/scripts/chores/signer";
import { unzip } from "@/verifier/unzip";
import { openPublishedWorld, type PublishedWorld } from "../claims/published-world";

export interface ProofWorld extends PublishedWorld {
  /** Of the checkpoints and their public key. */
  readonly folder: string;
  readonly keyFile: string;
  readonly publicKey: string;
  readonly temporary: string;
  sign(): Promise<void>;
  personId(account: string): Promise<string>;
  make(
    account: string,
    job: { kind: string; format?: string; question?: Record<string, string>; language?: "nl" | "en" },
  ): Promise<Buffer>;
  /** Unpacks a package into a new folder. */
  unpack(zip: Buffer): Promise<string>;
  /** Where the zip lies as it is. */
  keep(zip: Buffer): Promise<string>;
}

/** The practice programme with a key, so that it can be signed and taken away. */
export async function openProofWorld(): Promise<ProofWorld> {
  const world = await openPublishedWorld();
  const temporary = await mkdtemp(join(tmpdir(), "geldstroom-proof-"));
  const [folder, keyFile] = [join(temporary, "checkpoints"), join(temporary, "key.pem")];
  await mkdir(folder);
  const { privateKey } = generateKeyPairSync("ed25519");
  await writeFile(keyFile, privateKey.export({ type: "pkcs8", format: "pem" }));
  process.env.VERIFIER_DATABASE_URL = world.verifierUrl;
  process.env.CHECKPOINT_DIR = folder;
  const key = await readSigningKey(keyFile);
  let folders = 0;
  const personId = async (account: string) => {
    const { rows } = await world.behind.query<{ id: string }>(
      "SELECT person_id AS id FROM user_account WHERE email = $1",
      [`${account}@oefen.example`],
    );
    return rows[0]?.id ?? "";
  };
  return {
    ...world,
    folder,
    keyFile,
    publicKey: join(folder, `${key.published.id}.pub.pem`),
    temporary,
    personId,
    sign: async () => {
      for await (const { problem } of signCheckpoints({ folder, key }))
        if (problem !== null) throw new Error(`not signed: ${problem.detail}`);
    },
    make: async (account, { kind, format = "csv", question = {}, language = "nl" }) => {
      const person = await personNow(await personId(account));
      const grantFor = <P extends Permission>(permission: P): Grant<P> => {
        const actor = actorFor(person, permission);
        if (actor === null) throw new Error(`${account} may not ${permission}`);
        return issueGrant(permission, actor);
      };
      const { bytes } = await makeExport({
        job: { kind, format, proved: true, question, language },
        grantFor,
        programme: await findProgramme(grantFor("export:read"), "oefen"),
        signer: await manifestSigner(keyFile),
        passes: () => {},
      });
      const pieces: Uint8Array[] = [];
      for await (const piece of bytes) pieces.push(piece);
      return Buffer.concat(pieces);
    },
    keep: async (zip) => {
      const path = join(temporary, `pakket-${++folders}.zip`);
      await writeFile(path, zip);
      return path;
    },
    unpack: async (zip) => {
      const to = join(temporary, `pakket-${++folders}`);
      const files = unzip(new Uint8Array(zip));
      for (const name of files.names) {
        await mkdir(dirname(join(to, name)), { recursive: true });
        await writeFile(join(to, name), (await files.read(name)) ?? "");
      }
      return to;
    },
    close: async () => {
      await rm(temporary, { recursive: true, force: true });
      await world.close();
    },
  };
}
