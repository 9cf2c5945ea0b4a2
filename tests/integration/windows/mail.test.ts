import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Grant, issueGrant } from "@/lib/domain/access";
import { NO_SERVER } from "@/lib/domain/windows/mail";
import { mailServer } from "@/lib/mail/smtp";
import { remind, sendMail } from "@/lib/mail/tasks";
import { startWorker } from "@/lib/mail/worker";
import { listMail } from "@/lib/queries/mail/list-mail";
import { acting, asSystemActor } from "../support/ledger-fixture";
import { openWindowsWorld, type Windows, type WindowsWorld } from "./windows-world";

interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
}

let windows: Windows;
let world: WindowsWorld;
let smtp: SMTPServer;
const received: Received[] = [];
/** What the server answers to the next mails, before it takes one again. */
const refusals: string[] = [];
const variables = () => ({
  DATABASE_URL: windows.database.appUrl,
  NEXTAUTH_URL: "https://geldstroom.example",
  SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
  MAIL_FROM: "Geldstroom <geldstroom@ministerie.example>",
});

beforeAll(async () => {
  windows = await openWindowsWorld("post");
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      let text = "";
      stream.on("data", (part: Buffer) => (text += part.toString("utf8")));
      stream.on("end", () => {
        const no = refusals.shift();
        if (no !== undefined) return done(Object.assign(new Error(no), { responseCode: 451 }));
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          text,
        });
        done();
      });
    },
  });
  smtp.listen(0, "127.0.0.1");
  await once(smtp.server, "listening");
  world = await windows.world();
  await account("coordinator", world.grants.coordinator.actor.personId, world.municipalities[0]?.id, "nl");
  await account("neighbour", world.grants.neighbour.actor.personId, world.municipalities[1]?.id, "en");
});
afterAll(async () => {
  await new Promise((done) => smtp.close(() => done(null)));
  await windows.close();
});

/** Somebody who can be written to: an account, a role and a language. */
const account = (name: string, person: string | null, organisation: string | undefined, language: string) =>
  asSystemActor(windows.owner, async () => {
    await windows.owner.query("UPDATE person SET language = $2 WHERE id = $1", [person, language]);
    await windows.owner.query("INSERT INTO user_account (person_id, email) VALUES ($1, $2)", [
      person,
      `${name}@gemeente.example`,
    ]);
    await windows.owner.query(
      "INSERT INTO role_assignment (person_id, organisation_id, role) VALUES ($1, $2, 'coordinator')",
      [person, organisation],
    );
  });
const rows = async () =>
  (
    await asSystemActor(windows.owner, () =>
      windows.owner.query<{
        id: string;
        state: string;
        kind: string;
        error: string | null;
        attempts: number;
        language: string;
      }>("SELECT id, state, kind, error, attempts, language FROM mail ORDER BY language, kind, created_at"),
    )
  ).rows;

describe("reminders", () => {
  it("are written once per person, window and kind, in the person's own language, with a job each", async () => {
    const now = new Date("2024-08-20T08:00:00Z");
    expect(await remind(now, "https://geldstroom.example")).toBe(2);
    expect(await remind(now, "https://geldstroom.example")).toBe(0);
    const both = await Promise.all([
      remind(new Date("2024-08-28T08:00:00Z"), ""),
      remind(new Date("2024-08-28T08:00:00Z"), ""),
    ]);
    expect(both[0] + both[1]).toBe(2);
    expect((await rows()).map(({ language, kind }) => [language, kind])).toEqual([
      ["en", "before_due"],
      ["en", "just_before_due"],
      ["nl", "before_due"],
      ["nl", "just_before_due"],
    ]);
  });

  it("twice is refused by the database as well", async () => {
    const again = asSystemActor(windows.owner, () =>
      windows.owner.query(
        `INSERT INTO mail (person_id, programme_id, stream_id, window_id, municipality_id, kind, language, subject, body)
         SELECT person_id, programme_id, stream_id, window_id, municipality_id, kind, language, 'x', 'x' FROM mail LIMIT 1`,
      ),
    );
    await expect(again).rejects.toThrow(/mail_person_id_window_id_kind_key/);
  });
});

describe("sending", () => {
  it("without a mail server keeps the mail, and says why it did not leave", async () => {
    const [mail] = await rows();
    await sendMail(mail?.id ?? "", mailServer({}));
    expect((await rows())[0]).toMatchObject({ state: "not_sent", error: NO_SERVER, attempts: 0 });
    expect(received).toEqual([]);
  });

  it("that fails is kept with what the server said, and thrown so that it is tried again", async () => {
    refusals.push("mailbox is full");
    const mail = (await rows())[1];
    const server = mailServer(variables());
    await expect(sendMail(mail?.id ?? "", server)).rejects.toThrow(/mailbox is full/);
    server?.close();
    expect((await rows())[1]).toMatchObject({ state: "failed", attempts: 1 });
    expect((await rows())[1]?.error).toContain("mailbox is full");
  });

  it("by the worker, as the application's role, brings what waits to a real mail server", async () => {
    const worker = await startWorker({ variables: variables() });
    await expect.poll(() => received.length, { timeout: 15_000 }).toBe(4);
    await worker.stop();
    const dutch = received.find(
      ({ to, text }) => to[0] === "coordinator@gemeente.example" && text.includes("indienen voor"),
    );
    expect(dutch?.from).toBe("geldstroom@ministerie.example");
    expect(dutch?.text).toContain("Content-Language: nl");
    expect(dutch?.text).toMatch(/Message-ID: <[0-9a-f-]{36}@ministerie\.example>/);
    expect(dutch?.text.replaceAll("=\r\n", "")).toContain("https://geldstroom.example/programma/");
    expect(
      received.some(
        ({ to, text }) => to[0] === "neighbour@gemeente.example" && text.includes("Dear neighbour"),
      ),
    ).toBe(true);
    expect((await rows()).every(({ state }) => state === "sent")).toBe(true);
  });

  it("does not send what was sent again", async () => {
    const server = mailServer(variables());
    for (const { id } of await rows()) await sendMail(id, server);
    server?.close();
    expect(received).toHaveLength(4);
  });

  it("leaves the words of a mail, and one that was sent, as they were", async () => {
    for (const sql of [
      "UPDATE mail SET body = 'anders'",
      "UPDATE mail SET state = 'queued', sent_at = NULL",
      "DELETE FROM mail",
    ])
      await expect(
        asSystemActor(windows.owner, () => windows.owner.query(sql)),
        sql,
      ).rejects.toMatchObject({ code: "GS001" });
  });
});

describe("who reads a mail", () => {
  const reads = (actor: Grant<"report:read">["actor"]) => listMail(issueGrant("mail:read", actor), 1);

  it("is whom it was sent to, the ministry of the stream, and the administrator", async () => {
    const { coordinatorReads, neighbourReads, officerReads, otherOfficer, auditor, signer } = world.grants;
    expect((await reads(coordinatorReads.actor)).rows.map(({ personName }) => personName)).toEqual([
      "coordinator",
      "coordinator",
    ]);
    expect((await reads(neighbourReads.actor)).total).toBe(2);
    expect((await reads(officerReads.actor)).total).toBe(4);
    expect((await reads({ ...auditor.actor, scope: "admin" })).total).toBe(4);
    for (const { actor } of [otherOfficer, auditor, signer]) expect((await reads(actor)).total).toBe(0);
  });

  it("writes none: only the system does", async () => {
    const update = acting(windows.app, world.manages.actor, () =>
      windows.app.query("UPDATE mail SET state = 'failed'"),
    );
    expect((await update).rowCount).toBe(0);
  });
});

it("the application's role runs jobs and cannot change the schema that they live in", async () => {
  await expect(windows.app.query("CREATE TABLE graphile_worker.x (id int)")).rejects.toThrow(
    /permission denied/,
  );
  await expect(windows.app.query("DROP TABLE graphile_worker._private_jobs")).rejects.toThrow(
    /must be owner/,
  );
  await expect(windows.app.query("INSERT INTO graphile_worker.migrations (id) VALUES (999)")).rejects.toThrow(
    /permission denied/,
  );
});
