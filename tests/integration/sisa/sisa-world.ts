import { randomUUID } from "node:crypto";
import pg from "pg";
import { acceptReport } from "@/lib/commands/reports/accept-report";
import { openReport } from "@/lib/commands/reports/open-report";
import { saveReport } from "@/lib/commands/reports/save-report";
import { signReport } from "@/lib/commands/reports/sign-report";
import { submitReport } from "@/lib/commands/reports/submit-report";
import { decideSisa } from "@/lib/commands/sisa/decide-delivery";
import { prepareSisa } from "@/lib/commands/sisa/prepare-delivery";
import { saveSisaAnswers } from "@/lib/commands/sisa/save-answers";
import { closePool } from "@/lib/db/pool";
import { type Grant, issueGrant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import type { SisaAnswerInput } from "@/lib/input/sisa";
import { findReport } from "@/lib/queries/reports/find-report";
import { findSisaYear, type SisaYearView } from "@/lib/queries/sisa/find-sisa-year";
import { filled, key, makeReportingWorld } from "../reports/reporting-world";
import { openTestDatabase } from "../support/database";
import { asSystemActor } from "../support/ledger-fixture";

export const TODAY = "2026-11-23";
export const YEAR = 2024;

/** A municipality with one decision over two places, and everything that is done to its accounts of 2024. */
export async function openSisaWorld(code: string) {
  const database = await openTestDatabase();
  const owner = new pg.Client(database.ownerUrl);
  const application = new pg.Client(database.appUrl);
  await Promise.all([owner.connect(), application.connect()]);
  const world = await makeReportingWorld(owner, code);
  await asSystemActor(owner, () =>
    owner.query(
      "INSERT INTO programme_participant (programme_id, organisation_id) SELECT $1, id FROM organisation WHERE code LIKE $2",
      [world.programmeId, `${code}-%`],
    ),
  );
  const { grants } = world;
  const programme = { id: world.programmeId, code, nameNl: code, isPractice: false };
  const named = (index: 0 | 1) => {
    const letter = index === 0 ? "a" : "b";
    return {
      id: world.municipalities[index]?.id ?? "",
      code: `${code}-gemeente ${letter}`,
      preferredName: `gemeente ${letter}`,
    };
  };
  const find = (
    grant: Grant<"report:read"> = grants.coordinatorReads,
    index: 0 | 1 = 0,
  ): Promise<SisaYearView> => findSisaYear(grant, programme, named(index), { year: YEAR, today: TODAY });

  /** A report of a period goes all the way to the journal. */
  async function report(period: number, amounts: Parameters<typeof filled>[2]): Promise<void> {
    const window = world.windows[period] ?? "";
    const id = await openReport(grants.coordinator, {
      idempotencyKey: key(),
      window,
      municipality: named(0).id,
    });
    const read = () => findReport(grants.coordinatorReads, world.programmeId, id, TODAY);
    await saveReport(grants.coordinator, filled(world, (await read()).header, amounts));
    const { version } = (await read()).header;
    await submitReport(grants.coordinator, { idempotencyKey: key(), report: id, version });
    const exact = async () => {
      const { header, hash } = await read();
      return { idempotencyKey: key(), report: id, version: header.version, contentHash: hash };
    };
    await signReport(grants.signer, await exact());
    await acceptReport(grants.officer, await exact());
  }

  const subject = { programmeId: world.programmeId, municipality: named(0).code, year: YEAR };
  const answer = async (
    change: Partial<SisaAnswerInput> = {},
    { grant = grants.coordinator, version }: { grant?: Grant<"report:fill">; version?: number } = {},
  ) => {
    const view = await find();
    return saveSisaAnswers(grant, subject, {
      idempotencyKey: randomUUID(),
      version: version ?? view.answersVersion,
      adoptedOn: "2025-06-20",
      rows: view.rows.map((row) => ({
        key: row.key,
        final: false,
        errors: cents(0n),
        uncertainties: cents(0n),
        note: "periode 2 volgt",
        ...change,
      })),
    });
  };
  /** By what `shown` says: a page that was open before; left out, by what is there now. */
  const prepare = async (
    reason: string | null = null,
    grant: Grant<"report:fill"> = grants.coordinator,
    shown?: SisaYearView,
  ) => {
    const view = shown ?? (await find());
    return prepareSisa(
      grant,
      { programme, municipality: named(0).code, year: YEAR, today: TODAY },
      {
        idempotencyKey: randomUUID(),
        version: view.versions[0]?.version ?? 0,
        contentHash: view.contentHash ?? "0".repeat(64),
        reason,
      },
    );
  };
  const decide = async (
    id: string,
    outcome: "delivered" | "returned" = "delivered",
    {
      grant = grants.signer,
      reason = null,
      hash,
    }: { grant?: Grant<"report:sign">; reason?: string | null; hash?: string } = {},
  ) => {
    const version = (await find()).versions.find((one) => one.id === id);
    return decideSisa(grant, world.programmeId, id, {
      idempotencyKey: randomUUID(),
      contentHash: hash ?? version?.contentHash ?? "",
      outcome,
      reason,
    });
  };
  return {
    world,
    owner,
    application,
    programme,
    named,
    find,
    report,
    answer,
    prepare,
    decide,
    subject,
    reads: (grant: keyof typeof grants) => issueGrant("report:read", grants[grant].actor),
    async close() {
      await Promise.all([owner.end(), application.end(), closePool()]);
      await database.close();
    },
  };
}
export type SisaWorld = Awaited<ReturnType<typeof openSisaWorld>>;
