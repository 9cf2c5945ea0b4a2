import { generateKeyPairSync } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readSigningKey, type SigningKey, signCheckpoints } from "@/lib/db/checkpoints/sign-checkpoints";
import { digests } from "@/lib/db/ledger-reading/digests";
import { readInclusion } from "@/lib/db/ledger-reading/inclusion";
import { ManyPaths } from "@/lib/db/ledger-reading/many-paths";
import { snapshotOn } from "@/lib/db/ledger-reading/snapshot";
import { verifyLedger } from "@/lib/db/ledger-reading/verify-ledger";
import { inclusionFile, isIncluded } from "@/lib/domain/ledger/inclusion";
import { appendBatch, type BenchWorld, oneEntry } from "../../bench/world";
import { rewrite, verified } from "../exports/verified";
import { openTestDatabase, type TestDatabase } from "../support/database";
import { allocationRow, ceiling, makeFixture, proposal } from "../support/ledger-fixture";

let database: TestDatabase;
let owner: pg.Client;
let superuser: pg.Client;
let world: BenchWorld;
let [temporary, folder] = ["", ""];
let key: SigningKey;

/** Grows in steps that are no whole subtrees, past more than one that is kept. */
const SIZES = [1, 41, 300, 783] as const;

/** Entries around each edge: of a checkpoint, of a kept subtree, of the tree. */
const AROUND = [
  1n,
  2n,
  41n,
  42n,
  255n,
  256n,
  257n,
  258n,
  299n,
  300n,
  301n,
  511n,
  512n,
  513n,
  600n,
  768n,
  769n,
  782n,
  783n,
];

async function sign() {
  const problems: string[] = [];
  for await (const { problem } of signCheckpoints({ folder, key }))
    if (problem !== null) problems.push(problem.code);
  return problems;
}

beforeAll(async () => {
  database = await openTestDatabase();
  process.env.VERIFIER_DATABASE_URL = database.verifierUrl;
  temporary = await mkdtemp(join(tmpdir(), "geldstroom-checkpoints-"));
  folder = join(temporary, "punten");
  await mkdir(folder);
  const keyFile = join(temporary, "key.pem");
  await writeFile(
    keyFile,
    generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }),
  );
  key = await readSigningKey(keyFile);
  [owner, superuser] = [new pg.Client(database.ownerUrl), new pg.Client(database.superuserUrl)];
  await Promise.all([owner.connect(), superuser.connect()]);
  const fixture = await makeFixture(owner, "keten");
  const ceilingProposal = await proposal(owner, fixture, "ceiling");
  world = {
    fixture,
    ids: {
      proposalId: await proposal(owner, fixture, "allocation"),
      allocationId: await allocationRow(owner, fixture),
    },
  };
  await appendBatch(owner, world, [ceiling(fixture, ceilingProposal, 1_000_000_00n)]);
  let size = 1;
  for (const next of SIZES) {
    if (next > size)
      await appendBatch(
        owner,
        world,
        Array.from({ length: next - size }, (_, index) => oneEntry(world, BigInt(100 + index))),
      );
    size = next;
    await sign();
  }
});
afterAll(async () => {
  await Promise.all([owner.end(), superuser.end()]);
  await database.close();
  await rm(temporary, { recursive: true, force: true });
});

async function reading<T>(
  work: (snapshot: Awaited<ReturnType<typeof snapshotOn>>) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(database.verifierUrl);
  await client.connect();
  const snapshot = await snapshotOn(client, null);
  try {
    return await work(snapshot);
  } finally {
    await snapshot.close();
    await client.end();
  }
}

it("each goes on from the one before, as anybody can see with the files alone", async () => {
  const { code, findings, notes } = await verified(
    folder,
    "--key",
    join(folder, `${key.published.id}.pub.pem`),
  );
  expect({ code, findings }).toEqual({ code: 0, findings: [] });
  expect(notes).toContainEqual({ code: "checkpoints_checked", facts: { count: "4", proved: "3" } });
  // Nothing is signed twice.
  const names = await readdir(folder);
  expect(await sign()).toEqual([]);
  expect(await readdir(folder)).toEqual(names);
});

it("every entry has a proof under the first checkpoint that covers it, and the same one among many", async () => {
  await reading(async (snapshot) => {
    const paths = await ManyPaths.open(snapshot, world.fixture.programmeId, 783n);
    for (const seq of AROUND) {
      const proof = await readInclusion(snapshot.rows, world.fixture.programmeId, seq);
      expect(proof?.checkpoint.size).toBe(BigInt(SIZES.find((size) => BigInt(size) >= seq) ?? 0));
      expect(proof !== null && isIncluded(digests, proof), `entry ${seq}`).toBe(true);
      if (proof?.checkpoint.size === 783n) expect(await paths.path(seq)).toEqual(proof.path);
    }
  });
});

it("the proof of an entry is checked by the program alone, and not with another amount", async () => {
  const proof = await reading(({ rows }) => readInclusion(rows, world.fixture.programmeId, 512n));
  if (proof === null) throw new Error("entry 512 has no proof");
  const file = join(temporary, "post-512.json");
  await writeFile(file, inclusionFile(proof, key.published.pem));
  expect(await verified(file)).toMatchObject({ code: 0, findings: [] });
  await rewrite(file, (text) => text.replace(/("amountCents": ")-?\d+"/, '$1999"'));
  expect((await verified(file)).findings.map(({ code }) => code)).toContain("entry_hash");
});

it("a checkpoint over another journal, and one left out of line, are named", async () => {
  const [first = "", second = ""] = (await readdir(folder)).filter((name) => name.endsWith(".json"));
  const last = join(temporary, "los");
  await mkdir(last);
  for (const name of [first, second]) {
    const text = await readFile(join(folder, name), "utf8");
    await writeFile(
      join(last, name),
      name === second ? text.replace(/"path":\[[^\]]*\]/, '"path":[]') : text,
    );
  }
  expect((await verified(last, "--key", join(folder, `${key.published.id}.pub.pem`))).findings).toEqual([
    expect.objectContaining({ code: "checkpoint_grown", file: second }),
  ]);
});

it("the verifier names the first entry under a kept root that does not follow from the entries, and nothing is signed", async () => {
  await superuser.query("SET session_replication_role = replica");
  await superuser.query("UPDATE merkle_node SET hash = sha256(hash) WHERE level = 8 AND place = 1");
  const verdict = await reading((snapshot) =>
    verifyLedger(snapshot, { id: world.fixture.programmeId, code: "keten" }, []),
  );
  expect(verdict.problems).toEqual([expect.objectContaining({ code: "tree", seq: 257n })]);
  await appendBatch(owner, world, [oneEntry(world)]);
  expect(await sign()).toEqual(["tree"]);
});
