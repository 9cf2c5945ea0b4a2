import { dateOf, isoDate } from "@/lib/db/dates";
import { contentHash } from "@/lib/db/hash";
import { append } from "@/lib/db/journal";
import type { Tx } from "@/lib/db/transaction";
import { spendEntry } from "@/lib/domain/ledger/facts";
import { cents } from "@/lib/domain/money";
import { type ReportContent, reportContent } from "@/lib/domain/reports/report-content";
import { yearsLeft } from "@/lib/domain/reports/report-line";
import { RESULTS_SECTION, sectionContent } from "@/lib/domain/reports/sections";
import { type MadeAllocation, officerOf } from "./allocations";
import type { People } from "./people";
import { type PlannedStatus, plannedStatus } from "./plan";
import type { SeededRandom } from "./random";
import { idOf, type Structure } from "./structure";
import { INDICATORS, ORGANISATIONS, STREAMS, WINDOWS } from "./structure-data";

const RETURN_REASON =
  "De besteding aan School en omgeving wijkt af van uw brief van mei. Licht het verschil toe.";

interface World {
  readonly tx: Tx;
  readonly structure: Structure;
  readonly people: People;
  readonly allocations: readonly MadeAllocation[];
  /** A text per municipality that occurs in its explanations and nowhere else. */
  readonly canaries: ReadonlyMap<string, string>;
}

interface Line {
  readonly area: string;
  readonly theme: string;
  readonly spent: bigint | null;
  readonly forecast: bigint | null;
  readonly years: readonly { readonly year: number; readonly amount: bigint }[];
  readonly explanation: string | null;
}

/** People of a municipality; those without an account of their own still have a name in the history. */
async function signatories(
  { tx, people }: World,
  municipality: string,
): Promise<{ coordinator: string; signer: string }> {
  const account = { OEF01: "", OEF02: ".oefendam", OEF03: ".proefrade" }[municipality];
  if (account !== undefined)
    return { coordinator: idOf(people, `coordinator${account}`), signer: idOf(people, `signer${account}`) };
  const name = ORGANISATIONS.find(({ code }) => code === municipality)?.name ?? municipality;
  const person = async (role: string) => {
    const known = await tx.person.findFirst({ where: { name: `${role} ${name}` } });
    return known?.id ?? (await tx.person.create({ data: { name: `${role} ${name}`, isPractice: true } })).id;
  };
  return { coordinator: await person("Coördinator"), signer: await person("Ondertekenaar") };
}

export async function loadReports(world: World, random: SeededRandom): Promise<void> {
  let serial = 0;
  const spentSoFar = new Map<string, bigint>();
  for (const window of WINDOWS) {
    for (const { code: municipality } of ORGANISATIONS.filter(({ kind }) => kind === "municipality")) {
      const status = plannedStatus(window, municipality);
      const mine = world.allocations.filter(
        (one) =>
          one.stream === window.stream && one.tranche === window.tranche && one.municipality === municipality,
      );
      if (status === "missing" || mine.length === 0) continue;
      const lines = mine.map((allocation) =>
        lineOf(allocation, window, status, random, spentSoFar, world.canaries.get(municipality) ?? ""),
      );
      await loadReport(world, {
        window,
        municipality,
        status,
        lines,
        number: `OEF-R-${window.year}-${String(++serial).padStart(3, "0")}`,
      });
    }
  }
}

type Window = (typeof WINDOWS)[number];

function lineOf(
  allocation: MadeAllocation,
  window: Window,
  status: PlannedStatus,
  random: SeededRandom,
  spentSoFar: Map<string, bigint>,
  canary: string,
): Line {
  const withdrawn =
    allocation.stream === "OWO" && allocation.area === "modelveen-west" && allocation.theme === "isolatie";
  const revised =
    allocation.stream === "OW" &&
    allocation.tranche === "1" &&
    allocation.area === "voorbeeldstad-noord" &&
    allocation.theme === "school";
  const total = withdrawn
    ? 0n
    : allocation.years.reduce((all, { amount }) => all + amount, 0n) - (revised ? 55_000_00n : 0n);
  const year = allocation.years.find((one) => one.year === window.year)?.amount ?? 0n;
  const before = spentSoFar.get(allocation.id) ?? 0n;
  const zero = withdrawn || (status === "zero" && allocation.theme === "jonge-kind");
  const part = random.share(year / BigInt(window.periods), 72n, 96n);
  const spent = zero ? 0n : part > total - before ? total - before : part;
  if (status === "accepted" || status === "zero") spentSoFar.set(allocation.id, before + spent);
  const left = total - before - spent;
  const last = allocation.years.at(-1)?.year === window.year && window.period === window.periods;
  const forecast = last ? 0n : random.share(left, 93n, 99n);
  const under = total > 0n && left - forecast > total / 10n;
  const empty = status === "draft" && allocation.theme === "school";
  const said = status === "draft" && allocation.theme === "jonge-kind" ? null : forecast;
  return {
    area: allocation.area,
    theme: allocation.theme,
    spent: empty ? null : spent,
    forecast: said,
    years: said === null ? [] : overYears(said, allocation, window),
    explanation: under || zero ? `De uitvoering begon later dan gepland. Kenmerk ${canary}.` : null,
  };
}

/** A forecast over the years that are left, as the allocation is: what does not divide falls in the last of them. */
function overYears(forecast: bigint, { stream, tranche, years }: MadeAllocation, window: Window) {
  const lastYear = STREAMS.find(({ code }) => code === stream)?.tranches.find(
    ({ code }) => code === tranche,
  )?.lastYear;
  const left = yearsLeft(window, lastYear ?? null);
  if (forecast === 0n || left.length === 0) return [];
  const meant = left.map((year) => years.find((one) => one.year === year)?.amount ?? 0n);
  const whole = meant.reduce((all, one) => all + one, 0n);
  const parts = meant.map((one) => (whole === 0n ? 0n : (forecast * one) / whole));
  const rest = forecast - parts.reduce((all, one) => all + one, 0n);
  return left.map((year, index) => ({
    year,
    amount: (parts[index] ?? 0n) + (index === left.length - 1 ? rest : 0n),
  }));
}

interface PlannedReport {
  readonly window: Window;
  readonly municipality: string;
  readonly status: PlannedStatus;
  readonly lines: readonly Line[];
  readonly number: string;
}

async function loadReport(world: World, plan: PlannedReport): Promise<void> {
  const { tx, structure, people } = world;
  const { window } = plan;
  const municipalityId = idOf(structure.organisations, plan.municipality);
  const report = await tx.report.create({
    data: { windowId: idOf(structure.windows, window.code), municipalityId, number: plan.number },
  });
  const lines = plan.lines.map((line) => ({
    areaId: idOf(structure.areas, line.area),
    themeId: idOf(structure.themes, `${window.stream}/${line.theme}`),
    spentCents: line.spent,
    correctionCents: null,
    correctionNote: null,
    forecastCents: line.forecast,
    explanation: line.explanation,
    ...(line.years.length === 0
      ? {}
      : { forecasts: line.years.map(({ year, amount }) => ({ year, amountCents: amount })) }),
  }));
  for (const { forecasts, ...line } of lines) {
    await tx.reportLine.create({ data: { ...line, reportId: report.id, municipalityId } });
    const { areaId, themeId } = line;
    const place = { reportId: report.id, municipalityId, areaId, themeId };
    await tx.reportForecast.createMany({ data: (forecasts ?? []).map((one) => ({ ...place, ...one })) });
  }
  const indicator = INDICATORS.find(({ stream }) => stream === window.stream);
  const results = indicator
    ? [
        {
          indicatorId: idOf(structure.indicators, indicator.code),
          value: plan.status === "draft" ? null : (indicator.target ?? 0n) / 24n,
          note: null,
        },
      ]
    : [];
  for (const result of results)
    await tx.reportResult.create({ data: { ...result, reportId: report.id, municipalityId } });

  const content = reportContent({ lines, results });
  const hash = contentHash(content);
  const { coordinator, signer } = await signatories(world, plan.municipality);
  const officer = officerOf(people, window.stream);
  const happen = (action: string, personId: string, reason?: string) =>
    tx.reportEvent.create({
      data: {
        reportId: report.id,
        municipalityId,
        version: 1,
        action,
        personId,
        reason: reason ?? null,
        contentHash: action === "opened" ? null : hash,
      },
    });
  await happen("opened", coordinator);
  if (plan.status === "draft") {
    await happen("saved", coordinator);
    return;
  }
  await happen("submitted", coordinator);
  await setStatus(tx, report.id, "submitted", hash);
  if (plan.status === "submitted") return;
  const sections = sectionHashes(structure, plan.lines, content);
  for (const [section, sectionHash] of sections)
    await tx.reportSignature.create({
      data: { reportId: report.id, municipalityId, section, sectionHash, version: 1, personId: signer },
    });
  await happen("signed", signer);
  await setStatus(tx, report.id, "signed", hash);
  if (plan.status === "signed") return;
  if (plan.status === "returned") {
    await tx.reportRemark.create({
      data: {
        reportId: report.id,
        municipalityId,
        kind: "returned",
        side: "ministry",
        round: 1,
        version: 1,
        text: RETURN_REASON,
        personId: officer,
      },
    });
    await happen("returned", officer, RETURN_REASON);
    await tx.report.update({ where: { id: report.id }, data: { round: 1 } });
    return setStatus(tx, report.id, "returned", hash);
  }
  await happen("accepted", officer);
  await setStatus(tx, report.id, "accepted", hash);
  const entries = plan.lines.flatMap((line, index) => {
    const ids = lines[index];
    if (!ids || line.spent === null || line.spent === 0n) return [];
    return spendEntry({
      kind: "spent",
      streamId: idOf(structure.streams, window.stream),
      trancheId: idOf(structure.tranches, `${window.stream}/${window.tranche}`),
      themeId: ids.themeId,
      areaId: ids.areaId,
      municipalityId,
      reportId: report.id,
      effectiveOn: isoDate(dateOf(window.endsOn)),
      year: window.year,
      reason: `Besteding volgens rapportage ${plan.number}.`,
      amount: cents(line.spent),
    });
  });
  if (entries.length > 0) await append(tx, structure.programmeId, officer, entries);
}

/** What the signer signs, section by section. */
function sectionHashes(
  structure: Structure,
  lines: readonly Line[],
  content: ReportContent,
): [section: string, hash: string][] {
  const areas = [...new Set(lines.map(({ area }) => area))];
  const hashOf = (section: string, areaId: string | null) =>
    [section, contentHash(sectionContent(content, section, areaId))] satisfies [string, string];
  return [
    ...areas.map((area) => hashOf(area, idOf(structure.areas, area))),
    ...(content.results.length > 0 ? [hashOf(RESULTS_SECTION, null)] : []),
  ];
}

async function setStatus(
  tx: Tx,
  id: string,
  status: "submitted" | "signed" | "returned" | "accepted",
  hash: string,
): Promise<void> {
  await tx.report.update({ where: { id }, data: { status, contentHash: hash } });
}
