import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { formObject } from "@/app/submit-form";
import { openReport } from "@/lib/commands/reports/open-report";
import { saveReport } from "@/lib/commands/reports/save-report";
import type { Grant } from "@/lib/domain/access";
import { reportSchema } from "@/lib/input/report";
import { touchedOf } from "@/lib/input/report-touched";
import { findReport } from "@/lib/queries/reports/find-report";
import { typedFields } from "@/lib/views/report-fields";
import { openConnections } from "../support/connections";
import { filled, key, makeReportingWorld, type ReportingWorld } from "./reporting-world";

const TODAY = "2026-11-23";
const T = "gemeente a.t";
const U = "gemeente a.u";
const { owner } = await openConnections();
let serial = 0;

async function opened() {
  const world = await makeReportingWorld(owner, `samen${++serial}`);
  const municipality = world.municipalities[0]?.id ?? "";
  const id = await openReport(world.grants.coordinator, {
    idempotencyKey: key(),
    window: world.windows[0] ?? "",
    municipality,
  });
  const first = { t: { spent: 100_00n }, u: { spent: 200_00n } };
  await saveReport(world.grants.coordinator, filled(world, { id, version: 1 }, first));
  return { world, id };
}

const reportOf = (world: ReportingWorld, id: string) =>
  findReport(world.grants.coordinatorReads, world.programmeId, id, TODAY);

/** The page as somebody has it open: every field that it holds, and what is typed into it. */
async function openedPage(world: ReportingWorld, id: string) {
  const report = await reportOf(world, id);
  const base = typedFields(report);
  return {
    save: (grant: Grant<"report:fill">, typed: Readonly<Record<string, string>>) => {
      const form = new FormData();
      const said = { idempotencyKey: randomUUID(), submitKey: randomUUID(), report: id, intent: "save" };
      const held = { version: String(report.header.version), base: JSON.stringify(base) };
      for (const [name, text] of Object.entries({ ...base, ...typed, ...said, ...held }))
        form.set(name, text);
      const { touched, before } = touchedOf(form);
      const parsed = (one: FormData) => reportSchema.parse(formObject(one));
      const { submitKey: _, ...input } = parsed(touched);
      return saveReport(grant, input, before === null ? null : parsed(before));
    },
  };
}

const spentOf = async (world: ReportingWorld, id: string) =>
  Object.fromEntries((await reportOf(world, id)).lines.map((line) => [line.key, line.spent]));

describe("two people with one report open", () => {
  it("keep each what they changed, when it is not the same field", async () => {
    const { world, id } = await opened();
    const [mine, theirs] = [await openedPage(world, id), await openedPage(world, id)];
    await theirs.save(world.grants.colleague, { [`spent.${T}`]: "300,00", [`forecast.${U}`]: "" });
    await mine.save(world.grants.coordinator, { [`spent.${U}`]: "400,00" });
    expect(await spentOf(world, id)).toMatchObject({ [T]: 300_00n, [U]: 400_00n });
    expect((await reportOf(world, id)).lines.find((line) => line.key === U)?.forecast).toBeNull();
  });

  it("are refused what both changed, with both versions; nothing of it is kept, and what they left alone is no conflict", async () => {
    const { world, id } = await opened();
    const [mine, theirs] = [await openedPage(world, id), await openedPage(world, id)];
    await theirs.save(world.grants.colleague, { [`spent.${T}`]: "300,00", [`spent.${U}`]: "1,00" });
    await expect(
      mine.save(world.grants.coordinator, { [`spent.${T}`]: "250,00", "result.bereik": "13" }),
    ).rejects.toMatchObject({
      code: "stale",
      reasons: [{ field: `spent.${T}`, facts: { yours: "250,00", theirs: "300,00" } }],
    });
    expect(await spentOf(world, id)).toMatchObject({ [T]: 300_00n, [U]: 1_00n });
    // Saved by itself a moment later, with the same page still open: refused again.
    await expect(
      mine.save(world.grants.coordinator, { [`spent.${T}`]: "250,00", "resultNote.bereik": "x" }),
    ).rejects.toMatchObject({ code: "stale" });
    // The page that shows theirs, and a choice.
    const chosen = await openedPage(world, id);
    await chosen.save(world.grants.coordinator, { [`spent.${T}`]: "250,00" });
    expect(await spentOf(world, id)).toMatchObject({ [T]: 250_00n, [U]: 1_00n });
  });

  it("lose no project of each other: the projects of a line are one list", async () => {
    const { world, id } = await opened();
    const [mine, theirs] = [await openedPage(world, id), await openedPage(world, id)];
    await theirs.save(world.grants.colleague, {
      [`project.1.${T}`]: "Buurthuis",
      [`projectSpent.1.${T}`]: "60,00",
    });
    await expect(
      mine.save(world.grants.coordinator, { [`project.2.${T}`]: "School", [`projectSpent.2.${T}`]: "40,00" }),
    ).rejects.toMatchObject({ code: "stale", reasons: [{ field: `project.1.${T}` }] });
    expect((await reportOf(world, id)).lines[0]?.projects).toMatchObject([{ name: "Buurthuis" }]);
  });

  it("may both type the same", async () => {
    const { world, id } = await opened();
    const [mine, theirs] = [await openedPage(world, id), await openedPage(world, id)];
    await theirs.save(world.grants.colleague, { [`spent.${T}`]: "300,00" });
    await mine.save(world.grants.coordinator, { [`spent.${T}`]: "300" });
    expect(await spentOf(world, id)).toMatchObject({ [T]: 300_00n });
  });
});
