import { hash } from "@node-rs/argon2";
import { asSystem, type Tx } from "@/lib/db/transaction";
import { loadAdvances } from "./practice/advances";
import { loadAllocations } from "./practice/allocations";
import { loadBatches } from "./practice/batches";
import { loadChecks } from "./practice/checks";
import { loadPracticeClaims } from "./practice/claims";
import { loadDistribution } from "./practice/distribution";
import { loadEvidence } from "./practice/evidence";
import { loadFindings } from "./practice/findings";
import { loadBalances } from "./practice/own-balances";
import { loadOwnLedger } from "./practice/own-ledger";
import { loadPeople } from "./practice/people";
import { emailOf, PEOPLE } from "./practice/people-data";
import { SeededRandom } from "./practice/random";
import { loadReports } from "./practice/reports";
import { loadRules } from "./practice/rules";
import { loadSamples } from "./practice/samples";
import { loadScenarios } from "./practice/scenarios";
import { loadSchedules } from "./practice/schedules";
import { loadSettlement } from "./practice/settlements";
import { loadSisa } from "./practice/sisa";
import { loadStructure } from "./practice/structure";
import { ORGANISATIONS, PRACTICE } from "./practice/structure-data";
import { loadTieOut } from "./practice/tie-outs";
import { loadViews } from "./practice/views";
import { loadWindows } from "./practice/windows";

/** What an outside test needs: accounts, one object of each kind per municipality, and a text that is only theirs. */
export interface PracticeSummary {
  readonly programme: string;
  readonly accounts: readonly {
    email: string;
    password: string;
    name: string;
    roles: readonly string[];
    organisation: string;
  }[];
  readonly municipalities: readonly {
    code: string;
    name: string;
    canary: string;
    areaId: string | null;
    allocationId: string | null;
    reportId: string | null;
    entrySeq: string | null;
  }[];
}

const canaryOf = (municipality: string) => `kanarie-${new SeededRandom(PRACTICE.seed).text(municipality)}`;
const municipalities = ORGANISATIONS.filter(({ kind }) => kind === "municipality");

/** Loads the practice programme in one transaction, and then holds it against its rules. Run as the owner: the application role may not write reference data. */
export async function loadPractice(password: string): Promise<void> {
  const programmeId = await asSystem(async (tx) => {
    const random = new SeededRandom(PRACTICE.seed);
    const structure = await loadStructure(tx);
    const { people } = await loadPeople(tx, structure, password);
    const claims = await loadPracticeClaims(tx, structure);
    const allocations = await loadAllocations({ tx, structure, people, claims }, random);
    const canaries = new Map(municipalities.map(({ code }) => [code, canaryOf(code)]));
    await loadReports({ tx, structure, people, allocations, canaries }, random);
    const numbered = await tx.proposal.count({ where: { programmeId: structure.programmeId } });
    await loadBatches({ tx, structure, people, allocations, numbered });
    const withBatches = await tx.proposal.count({ where: { programmeId: structure.programmeId } });
    await loadAdvances({ tx, structure, people, numbered: withBatches });
    const withAdvances = await tx.proposal.count({ where: { programmeId: structure.programmeId } });
    await loadSettlement({ tx, structure, people, numbered: withAdvances });
    await loadSchedules({ tx, structure, people });
    await loadScenarios({ tx, structure, people });
    await loadDistribution({ tx, structure, people });
    await loadViews({ tx, structure, people });
    await loadWindows({ tx, structure, people });
    await loadEvidence({ tx, structure, people });
    await loadSisa({ tx, structure, people });
    await loadOwnLedger({ tx, structure, people });
    await loadBalances({ tx, structure, people });
    await loadRules({ tx, structure, people });
    await loadSamples({ tx, structure, people });
    await loadFindings({ tx, structure, people });
    await loadTieOut({ tx, structure, people });
    return structure.programmeId;
  });
  await loadChecks(programmeId);
}

/** Gives every practice account this password. */
export async function setPracticePassword(password: string): Promise<void> {
  const passwordHash = await hash(password);
  await asSystem((tx) =>
    tx.userAccount.updateMany({
      where: { email: { in: PEOPLE.map(({ account }) => emailOf(account)) } },
      data: { passwordHash },
    }),
  );
}

export async function describePractice(password: string): Promise<PracticeSummary> {
  const accounts = PEOPLE.map(({ account, name, roles, organisation }) => ({
    email: emailOf(account),
    password,
    name,
    roles,
    organisation,
  }));
  const described = await asSystem((tx) =>
    Promise.all(municipalities.map(({ code, name }) => describeOne(tx, code, name))),
  );
  return { programme: PRACTICE.code, accounts, municipalities: described };
}

async function describeOne(tx: Tx, code: string, name: string) {
  const { id } = await tx.organisation.findUniqueOrThrow({ where: { code }, select: { id: true } });
  const where = { municipalityId: id };
  const area = await tx.area.findFirst({ where, orderBy: { code: "asc" } });
  const allocation = await tx.allocation.findFirst({ where, orderBy: { number: "asc" } });
  const report = await tx.report.findFirst({ where, orderBy: { number: "asc" } });
  const entry = await tx.entry.findFirst({ where, orderBy: { seq: "asc" } });
  return {
    code,
    name,
    canary: canaryOf(code),
    areaId: area?.id ?? null,
    allocationId: allocation?.id ?? null,
    reportId: report?.id ?? null,
    entrySeq: entry?.seq.toString() ?? null,
  };
}
