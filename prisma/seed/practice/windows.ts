import { dateOf } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/transaction";
import { clockInAmsterdam, instantInAmsterdam } from "@/lib/domain/windows/amsterdam-time";
import { type MailKind, type MailState, NO_SERVER } from "@/lib/domain/windows/mail";
import { dayAfter } from "@/lib/domain/windows/period";
import { mailText } from "@/lib/views/mails";
import type { People } from "./people";
import { PEOPLE } from "./people-data";
import { idOf, type Structure } from "./structure";
import { ORGANISATIONS, PRACTICE, STREAMS, WINDOWS } from "./structure-data";

interface World {
  readonly tx: Tx;
  readonly structure: Structure;
  readonly people: People;
}

interface Planned {
  readonly window: string;
  readonly municipality: string;
  readonly area?: string;
  readonly kind: "later" | "waived" | "not_applicable";
  readonly reason: string;
  readonly expiresOn: string;
  readonly by: string;
  readonly on: string;
  readonly decided?: {
    readonly outcome: "granted" | "refused";
    readonly by: string;
    readonly reason: string;
    readonly on: string;
  };
}

/** Exceptions that hold do so whenever the programme is loaded. */
function stillOn(date: string): string {
  const least = dayAfter(clockInAmsterdam(new Date()).date, 60);
  return date > least ? date : least;
}

/** One in each state: granted (of each kind), waiting, refused, and one that nobody decided in time. */
const EXCEPTIONS: readonly Planned[] = [
  {
    window: "OW-2-2026-2",
    municipality: "OEF03",
    kind: "later",
    reason: "De administratie van de gemeente gaat in november over naar een nieuw pakket.",
    expiresOn: stillOn("2027-01-31"),
    by: "coordinator.proefrade",
    on: "2026-11-10T09:12:00Z",
    decided: {
      outcome: "granted",
      by: "officer",
      reason: "Akkoord: de overgang was al in juni gemeld.",
      on: "2026-11-12T13:40:00Z",
    },
  },
  {
    window: "OWO-1-2026",
    municipality: "OEF05",
    kind: "waived",
    reason: "Het project is overgedragen aan de provincie, die er zelf over rapporteert.",
    expiresOn: stillOn("2027-06-30"),
    by: "officer.b",
    on: "2026-10-05T08:00:00Z",
    decided: {
      outcome: "granted",
      by: "approver.b",
      reason: "Dubbele rapportage is niet nodig.",
      on: "2026-10-06T10:30:00Z",
    },
  },
  {
    window: "OW-2-2026-3",
    municipality: "OEF05",
    area: "modelveen-west",
    kind: "not_applicable",
    reason: "In dit gebied is de uitvoering afgerond in augustus.",
    expiresOn: stillOn("2027-06-30"),
    by: "officer",
    on: "2026-11-02T11:05:00Z",
    decided: {
      outcome: "granted",
      by: "approver",
      reason: "Volgt uit de eindbrief van september.",
      on: "2026-11-03T15:20:00Z",
    },
  },
  {
    window: "OJ-1-2026",
    municipality: "OEF02",
    kind: "later",
    reason: "De accountant is pas in juni beschikbaar.",
    expiresOn: stillOn("2027-06-30"),
    by: "coordinator.oefendam",
    on: "2026-11-20T14:45:00Z",
  },
  {
    window: "OW-2-2026-1",
    municipality: "OEF04",
    kind: "later",
    reason: "Wij hebben nog geen tijd gehad.",
    expiresOn: "2026-10-31",
    by: "officer",
    on: "2026-08-20T09:00:00Z",
    decided: {
      outcome: "refused",
      by: "officer2",
      reason: "Dit is geen reden: de periode was drie maanden open.",
      on: "2026-08-21T09:30:00Z",
    },
  },
  {
    window: "OJ-1-2025",
    municipality: "OEF03",
    kind: "later",
    reason: "De cijfers van één instelling ontbreken nog.",
    expiresOn: "2026-06-30",
    by: "coordinator.proefrade",
    on: "2026-04-28T07:50:00Z",
  },
];

interface PlannedMail {
  readonly window: string;
  readonly to: string;
  readonly kind: MailKind;
  readonly state: MailState;
  readonly error?: string;
  readonly attempts: number;
  readonly at: string;
}

const MAILS: readonly PlannedMail[] = [
  {
    window: "OW-2-2026-1",
    to: "coordinator",
    kind: "before_due",
    state: "sent",
    attempts: 1,
    at: "2026-07-01T06:10:02Z",
  },
  {
    window: "OW-2-2026-1",
    to: "coordinator.oefendam",
    kind: "before_due",
    state: "sent",
    attempts: 2,
    at: "2026-07-01T06:10:04Z",
  },
  {
    window: "OW-2-2026-1",
    to: "coordinator.proefrade",
    kind: "after_due",
    state: "sent",
    attempts: 1,
    at: "2026-07-16T06:10:03Z",
  },
  {
    window: "OWO-1-2025",
    to: "signer",
    kind: "after_due",
    state: "not_sent",
    error: NO_SERVER,
    attempts: 0,
    at: "2026-04-02T06:10:01Z",
  },
  {
    window: "OJ-1-2025",
    to: "coordinator.proefrade",
    kind: "after_due",
    state: "failed",
    error: "450 4.2.1 mailbox temporarily unavailable",
    attempts: 6,
    at: "2026-04-02T06:10:02Z",
  },
];

export async function loadWindows(world: World): Promise<void> {
  await changeDates(world);
  for (const plan of EXCEPTIONS) await loadException(world, plan);
  for (const plan of MAILS) await loadMail(world, plan);
}

/** A due date that was put later once, with why. */
async function changeDates({ tx, structure, people }: World): Promise<void> {
  const windowId = idOf(structure.windows, "OJ-1-2025");
  const { dueOn, closesAt } = await tx.reportingWindow.findUniqueOrThrow({ where: { id: windowId } });
  const closing = instantInAmsterdam({ date: "2026-05-15", time: "17:00" });
  await tx.windowChange.create({
    data: {
      windowId,
      fromDueOn: dueOn,
      fromClosesAt: closesAt,
      dueOn,
      closesAt: closing ?? new Date(Number.NaN),
      reason: "De handreiking verscheen twee weken later dan gepland.",
      changedBy: idOf(people, "officer"),
      changedAt: new Date("2026-02-10T10:00:00Z"),
    },
  });
}

async function loadException({ tx, structure, people }: World, plan: Planned): Promise<void> {
  await tx.reportingException.create({
    data: {
      windowId: idOf(structure.windows, plan.window),
      municipalityId: idOf(structure.organisations, plan.municipality),
      areaId: plan.area === undefined ? null : idOf(structure.areas, plan.area),
      kind: plan.kind,
      reason: plan.reason,
      expiresOn: dateOf(plan.expiresOn),
      requestedBy: idOf(people, plan.by),
      requestedAt: new Date(plan.on),
      ...(plan.decided && {
        decision: {
          create: {
            outcome: plan.decided.outcome,
            reason: plan.decided.reason,
            decidedBy: idOf(people, plan.decided.by),
            decidedAt: new Date(plan.decided.on),
          },
        },
      }),
    },
  });
}

async function loadMail({ tx, structure, people }: World, plan: PlannedMail): Promise<void> {
  const window = WINDOWS.find(({ code }) => code === plan.window);
  const person = PEOPLE.find(({ account }) => account === plan.to);
  if (window === undefined || person === undefined)
    throw new Error(`practice data: no ${plan.window} or ${plan.to}`);
  const windowId = idOf(structure.windows, plan.window);
  const { closesAt } = await tx.reportingWindow.findUniqueOrThrow({ where: { id: windowId } });
  const text = mailText(plan.kind, "nl", {
    programmeNl: PRACTICE.nameNl,
    programmeEn: PRACTICE.nameEn,
    streamName: STREAMS.find(({ code }) => code === window.stream)?.shortName ?? window.stream,
    municipalityName: ORGANISATIONS.find(({ code }) => code === person.organisation)?.name ?? "",
    personName: person.name,
    year: window.year,
    period: window.period,
    periods: window.periods,
    dueOn: window.dueOn,
    closesAt,
    toSign: person.roles.includes("signer"),
    address: `http://localhost:3000/programma/${PRACTICE.code}/rapportages`,
  });
  await tx.mail.create({
    data: {
      ...text,
      personId: idOf(people, plan.to),
      programmeId: structure.programmeId,
      streamId: idOf(structure.streams, window.stream),
      windowId,
      municipalityId: idOf(structure.organisations, person.organisation),
      kind: plan.kind,
      language: "nl",
      state: plan.state,
      attempts: plan.attempts,
      error: plan.error ?? null,
      createdAt: new Date(plan.at),
      sentAt: plan.state === "sent" ? new Date(plan.at) : null,
    },
  });
}
