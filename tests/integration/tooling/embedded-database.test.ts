import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isAlive, until } from "@/scripts/start/processes";
import { TYPESCRIPT } from "@/scripts/start/project";

let data: string;
const started: ChildProcess[] = [];

beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), "geldstroom-data-"));
  chmodSync(data, 0o711);
});
afterAll(async () => {
  for (const child of started) child.kill("SIGTERM");
  await until(() => started.every((child) => child.exitCode !== null || child.signalCode !== null), 20_000);
  // Where the project lies out of reach of the database's user, this folder has a shelter elsewhere.
  const shelter = join(data, "shelter.json");
  if (existsSync(shelter))
    rmSync((JSON.parse(readFileSync(shelter, "utf8")) as { folder: string }).folder, { recursive: true });
  rmSync(data, { recursive: true, force: true });
});

/** Another process of the project, with this data folder. */
async function hold(): Promise<{ child: ChildProcess; url: string; found: boolean }> {
  const env = { ...process.env, GELDSTROOM_DATA: data, DATABASE_URL: "", npm_lifecycle_event: "" };
  const child = spawn(process.execPath, [...TYPESCRIPT, "tests/integration/tooling/hold-database.ts"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  started.push(child);
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { child, ...(JSON.parse(line.toString()) as { url: string; found: boolean }) };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  await once(child, "exit");
}

const postmaster = () => Number(readFileSync(join(data, "postgres/postmaster.pid"), "utf8").split("\n")[0]);

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query("SELECT 1")).rowCount === 1;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

it("starts, answers the application's role and stops with its last user", async () => {
  const first = await hold();
  const second = await hold();
  expect([first.found, second.found]).toEqual([false, true]);
  expect(first.url).toMatch(/^postgresql:\/\/geldstroom_app:/);
  const pid = postmaster();
  await end(first.child, "SIGTERM");
  expect(await answers(second.url)).toBe(true);
  await end(second.child, "SIGTERM");
  expect(isAlive(pid)).toBe(false);
});

it("keeps its secrets from others on the machine", () => {
  for (const file of ["secrets.json", "checkpoint-key.pem", "postgres.log"]) {
    expect(statSync(join(data, file)).mode & 0o077, file).toBe(0);
  }
});

it("joins the server that a killed start left behind", async () => {
  const killed = await hold();
  await end(killed.child, "SIGKILL");
  const next = await hold();
  expect(next.found).toBe(true);
  expect(await answers(next.url)).toBe(true);
  await end(next.child, "SIGTERM");
});

it("starts again after the server itself was killed, and after its number went to another process", async () => {
  const killed = await hold();
  const file = join(data, "postgres/postmaster.pid");
  const left = readFileSync(file, "utf8");
  process.kill(postmaster(), "SIGKILL");
  await end(killed.child, "SIGKILL");
  writeFileSync(file, left.replace(/^\d+/, `${process.pid}`));
  const next = await hold();
  expect(next.found).toBe(false);
  expect(await answers(next.url)).toBe(true);
  await end(next.child, "SIGTERM");
});
