import { createHash } from "node:crypto";
import { recordAudit } from "@/lib/db/audit";
import { failJob, finishJob, type JobToDo, moveJob, sweepJobs, takeJob } from "@/lib/db/exports/jobs";
import { PieceWriter } from "@/lib/db/exports/pieces";
import { writeReadyMail } from "@/lib/db/mail/export-ready";
import { type PersonNow, personNow } from "@/lib/db/people/held-roles";
import { asSystem } from "@/lib/db/transaction";
import { actorFor, type Grant, issueGrant, type Permission } from "@/lib/domain/access";
import type { ExportProblem } from "@/lib/domain/exports/job";
import { NotFound } from "@/lib/domain/refusal";
import type { Signer } from "@/lib/exports/package/plan";
import type { Chore } from "@/lib/mail/worker";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { exportReadyText } from "@/lib/views/export-mail";
import { exportsPath } from "@/lib/views/exports";
import { type MadeExport, makeExport, NotAllowed } from "./make-export.ts";

interface Options {
  /** Where people find this site, for the mail. */
  readonly site: string;
  /** Null where this installation has no key. */
  readonly signer: () => Promise<Signer | null>;
  /** Signs how far the journal has come, so that what is taken away is covered. */
  readonly signNow: (programme: string) => Promise<void>;
  readonly say: (line: string) => void;
}

/** Makes exports that people asked for, as the person who asked, with the rights that person has now. */
export const exportChore = (options: Options): Chore => ({
  name: "export",
  run: async (payload, last) => {
    const { job } = payload as { readonly job?: unknown };
    if (typeof job !== "string") throw new Error("This job names no export.");
    const asked = await takeJob(job);
    if (asked === null) return;
    try {
      await make(asked, options);
    } catch (error) {
      const known = problemOf(error);
      if (known === null && !last) throw error;
      await failJob(job, known ?? "broken");
      options.say(`export ${asked.kind}.${asked.format} was not made: ${String(error)}`);
    }
  },
});

/** Takes away what was kept long enough. */
export const sweepChore: Chore = { name: "sweep_exports", every: "45 2 * * *", run: () => sweepJobs() };

/** Null for what may go better another time. */
function problemOf(error: unknown): ExportProblem | null {
  if (error instanceof NotAllowed) return "no_longer_allowed";
  if (error instanceof NotFound) return "not_found";
  return error instanceof RangeError ? "too_large" : null;
}

const EVERY_MS = 1_000;

async function make(job: JobToDo, options: Options): Promise<void> {
  const person = await personNow(job.personId);
  const grantFor = <P extends Permission>(permission: P): Grant<P> => {
    const actor = actorFor(person, permission);
    if (actor === null) throw new NotAllowed(permission);
    return issueGrant(permission, actor);
  };
  const grant = grantFor("export:read");
  const programme = await findProgramme(grant, job.programme);
  if (job.proved) await options.signNow(programme.code);
  const signer = job.proved ? await options.signer() : null;
  let rows = 0n;
  const passes = () => {
    rows += 1n;
  };
  const made = await makeExport({ job, grantFor, programme, signer, passes });
  const kept = await keep(job.id, made, () => ({ rows: made.rows?.() ?? rows, expected: made.expected() }));
  await asSystem(async (tx) => {
    await finishJob(tx, job.id, { ...kept, fileName: made.fileName });
    await recordAudit(tx, grant.actor, {
      action: "export.made",
      programmeId: programme.id,
      subjectKind: "export_job",
      subjectId: job.id,
      facts: {
        kind: job.kind,
        format: job.format,
        proved: job.proved,
        question: job.question,
        rows: kept.rows.toString(),
        bytes: kept.bytes.toString(),
        sha256: kept.sha256,
      },
    });
    await tellPerson(tx, job, person, { fileName: made.fileName, site: options.site });
  });
}

/** Writes what is made to the database as it comes, and how far it is about every second. */
async function keep(
  id: string,
  { bytes }: MadeExport,
  soFar: () => { readonly rows: bigint; readonly expected: bigint | null },
) {
  const [hash, writer] = [createHash("sha256"), new PieceWriter(id)];
  let [size, told] = [0n, 0];
  for await (const piece of bytes) {
    hash.update(piece);
    size += BigInt(piece.length);
    await writer.add(piece);
    if (Date.now() - told < EVERY_MS) continue;
    told = Date.now();
    await moveJob(id, { ...soFar(), bytes: size });
  }
  await writer.finish();
  return { rows: soFar().rows, bytes: size, sha256: hash.digest("hex") };
}

async function tellPerson(
  tx: Parameters<typeof writeReadyMail>[0],
  job: JobToDo,
  person: PersonNow | null,
  { fileName, site }: { readonly fileName: string; readonly site: string },
): Promise<void> {
  if (person === null) return;
  const address = `${site}${exportsPath(job.programme, job.id)}`;
  const words = exportReadyText(person.language, { personName: person.name, fileName, address });
  await writeReadyMail(tx, {
    personId: job.personId,
    programme: job.programme,
    language: person.language,
    ...words,
  });
}
