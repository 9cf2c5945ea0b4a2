import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decideProposal } from "@/lib/commands/proposals/decide-proposal";
import type { Permission } from "@/lib/domain/access";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { openableKeys } from "@/lib/domain/reconciliation/visible-rows";
import { exportSort } from "@/lib/exports/kinds";
import { formatOf, makeFile } from "@/lib/exports/make-file";
import { type Asked, one } from "@/lib/input/as-of";
import { MEASURE_WORDS } from "@/lib/input/reconciliation";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findTree } from "@/lib/queries/reconciliation/find-tree";
import { key, openPublishedWorld, type PublishedWorld } from "../claims/published-world";

let world: PublishedWorld;
let open: readonly string[];
beforeAll(async () => {
  world = await openPublishedWorld();
  const now = new Date();
  const { tree } = await findTree(await world.grant("reconciliation:read", "auditor"), world.oefen, {
    measure: "spent",
    asOf: { validOn: "2026-11-15", knownAt: instantNow(now) },
    open: [],
  });
  open = openableKeys(tree);
});
afterAll(() => world.close());

/** A file as it leaves, made at a moment. */
async function made(file: string, params: Asked, now: Date): Promise<Buffer> {
  const [name = "", ending = ""] = file.split(".");
  const sort = exportSort(name);
  const format = sort && formatOf(sort.kind, ending);
  if (sort === null || format === null) throw new Error(`no such file: ${file}`);
  const grant = await world.grant<Permission>(sort.permission, "auditor");
  const programme = await findProgramme(grant, "oefen");
  const { bytes } = await makeFile(sort, format, { grant, programme }, { params, locale: "nl", now });
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

const validOn = "2026-11-15";
/** Every report that is asked with two dates, as known at the moment. */
const reports = (moment: string): (readonly [string, Asked])[] => {
  const asOf = { geldig: validOn, bekend: moment };
  const stream = { ...asOf, geldstroom: "OJ" };
  const tree = (ending: string, maat: string): readonly [string, Asked] => [
    `aansluiting.${ending}`,
    { ...asOf, maat, open: [...open] },
  ];
  return [
    ...MEASURE_WORDS.map((maat) => tree("csv", maat)),
    ...["xlsx", "ods", "json", "pdf"].map((ending) => tree(ending, "toegekend")),
    ["verschil.csv", { geldig: validOn, van: "2023-01-01", tot: moment }],
    ["grootboek.csv", asOf],
    ["journaal.csv", asOf],
    ["journaal.journal", asOf],
    ["journaal.beancount", asOf],
    ["overzicht.csv", stream],
    ["geschiedenis.csv", { ...stream, maat: "ceiling" }],
  ];
};
const allOf = async (moment: string, now: Date, ending = "") => {
  const files = new Map<string, Buffer>();
  for (const [file, params] of reports(moment).filter(([name]) => name.endsWith(ending)))
    files.set(`${file} ${one(params.maat)}`, await made(file, params, now));
  return files;
};
const digests = (files: ReadonlyMap<string, Buffer>) =>
  [...files].map(([name, bytes]) => [name, createHash("sha256").update(bytes).digest("hex")]);

/** What was waiting for an approver is posted, each with a day on which the reports above hold. */
async function postWhatWaits(): Promise<number> {
  const grant = await world.grant("proposal:approve", "approver");
  const { rows } = await world.behind.query<{ id: string; version: number; hash: string }>(
    `SELECT p.id, p.version, p.content_hash AS hash FROM proposal p
      WHERE p.programme_id = $1 AND p.status = 'proposed' AND p.batch_id IS NULL AND p.effective_on <= $2::date
        AND EXISTS (SELECT 1 FROM stream_ministry o WHERE o.stream_id = p.stream_id AND o.role = 'owner' AND o.ministry_id = ANY ($3::uuid[]))`,
    [world.oefen, validOn, grant.actor.organisationIds],
  );
  for (const { id, version, hash } of rows)
    await decideProposal(grant, {
      idempotencyKey: key(),
      programmeId: world.oefen,
      proposalId: id,
      version,
      contentHash: hash,
      outcome: "approved",
      reason: null,
    });
  return rows.length;
}

describe("a report as of a past moment", () => {
  it("is made again to the byte a year later, when entries about the same days were posted since", async () => {
    const moment = instantNow(new Date());
    const first = await allOf(moment, new Date());
    expect(first.size).toBe(reports(moment).length);

    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await postWhatWaits()).toBeGreaterThan(0);
    const later = new Date();
    const again = await allOf(moment, new Date(later.getTime() + 365 * 86_400_000));
    expect(digests(again)).toEqual(digests(first));

    const today = instantNow(later);
    const changed = [...(await allOf(today, later, ".csv"))].flatMap(([name, bytes]) =>
      bytes.toString().replaceAll(today, moment) !== first.get(name)?.toString() ? [name] : [],
    );
    expect(changed).toEqual(
      expect.arrayContaining([
        "aansluiting.csv plafond",
        "aansluiting.csv toegekend",
        "verschil.csv ",
        "grootboek.csv ",
        "journaal.csv ",
        "overzicht.csv ",
        "geschiedenis.csv ceiling",
      ]),
    );
  });
});
