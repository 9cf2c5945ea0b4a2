import type pg from "pg";
import { acceptReport } from "@/lib/commands/reports/accept-report";
import { openReport } from "@/lib/commands/reports/open-report";
import { saveReport } from "@/lib/commands/reports/save-report";
import { signReport } from "@/lib/commands/reports/sign-report";
import { submitReport } from "@/lib/commands/reports/submit-report";
import { type Actor, type Grant, issueGrant } from "@/lib/domain/access";
import type { ReportInput } from "@/lib/input/report";
import { findReport } from "@/lib/queries/reports/find-report";
import { filled, key, makeReportingWorld, type ReportingWorld } from "../reports/reporting-world";
import { asSystemActor } from "../support/ledger-fixture";

export const TODAY = "2026-11-29";

/** Two municipalities whose report of the first period was accepted: a spends 400,00 and nothing, b 300,00 and 250,00. */
export interface SamplingWorld extends ReportingWorld {
  readonly auditor: Actor;
  readonly audits: Grant<"sample:manage">;
  readonly reports: readonly string[];
  readonly requests: {
    readonly own: Grant<"request:read">;
    readonly neighbour: Grant<"request:read">;
    readonly auditor: Grant<"request:read">;
  };
}

type Amounts = Parameters<typeof filled>[2];

interface Side {
  readonly index: number;
  readonly fill: Grant<"report:fill">;
  readonly read: Grant<"report:read">;
  readonly sign: Grant<"report:sign">;
}

/** The same form for the lines of the other municipality. */
const atPlace = (input: ReportInput, place: string): ReportInput => ({
  ...input,
  lines: input.lines.map((line) => ({ ...line, key: line.key.replace("gemeente a", place) })),
});

/** Fills, submits, signs and accepts the report of a period. */
export async function accepted(
  world: ReportingWorld,
  side: Side,
  window: number,
  amounts: Amounts,
): Promise<string> {
  const place = side.index === 0 ? "gemeente a" : "gemeente b";
  const id = await openReport(side.fill, {
    idempotencyKey: key(),
    window: world.windows[window] ?? "",
    municipality: world.municipalities[side.index]?.id ?? "",
  });
  const form = atPlace(filled(world, { id, version: 1 }, amounts), place);
  const { version } = await saveReport(side.fill, form);
  await submitReport(side.fill, { idempotencyKey: key(), report: id, version: Number(version) });
  const exact = async () => {
    const { header, hash } = await findReport(side.read, world.programmeId, id, TODAY);
    return { idempotencyKey: key(), report: id, version: header.version, contentHash: hash };
  };
  await signReport(side.sign, await exact());
  await acceptReport(world.grants.officer, await exact());
  return id;
}

export function sidesOf({ grants, municipalities }: ReportingWorld): readonly [Side, Side] {
  const colleague = { ...grants.neighbour.actor, personId: grants.colleague.actor.personId };
  return [
    { index: 0, fill: grants.coordinator, read: grants.coordinatorReads, sign: grants.signer },
    {
      index: 1,
      fill: grants.neighbour,
      read: grants.neighbourReads,
      sign: issueGrant("report:sign", {
        ...colleague,
        roles: ["signer"],
        organisationIds: [municipalities[1]?.id ?? ""],
      }),
    },
  ];
}

export async function makeSamplingWorld(owner: pg.ClientBase, code: string): Promise<SamplingWorld> {
  const world = await makeReportingWorld(owner, code);
  await asSystemActor(owner, () =>
    owner.query(
      "INSERT INTO programme_participant (programme_id, organisation_id) SELECT $1, unnest($2::uuid[])",
      [world.programmeId, world.municipalities.map(({ id }) => id)],
    ),
  );
  const [a, b] = sidesOf(world);
  const first = await accepted(world, a, 0, {
    t: { spent: 400_00n, forecast: 600_00n },
    u: { spent: 0n, forecast: 950_00n },
  });
  const second = await accepted(world, b, 0, {
    t: { spent: 300_00n, forecast: 700_00n },
    u: { spent: 250_00n, forecast: 700_00n },
  });
  const auditor = world.grants.auditor.actor;
  return {
    ...world,
    auditor,
    audits: issueGrant("sample:manage", auditor),
    reports: [first, second],
    requests: {
      own: issueGrant("request:read", a.fill.actor),
      neighbour: issueGrant("request:read", b.fill.actor),
      auditor: issueGrant("request:read", auditor),
    },
  };
}
