import { describe, expect, it } from "vitest";
import { MAIL_KINDS } from "@/lib/domain/windows/mail";
import { type MailFacts, mailText } from "@/lib/views/mails";

const facts: MailFacts = {
  programmeNl: "Oefenprogramma",
  programmeEn: "Practice programme",
  streamName: "Wijken",
  municipalityName: "Oefendam",
  personName: "J. Dammers",
  year: 2026,
  period: 2,
  periods: 3,
  dueOn: "2026-11-30",
  closesAt: new Date("2026-12-31T22:59:00Z"),
  toSign: false,
  address: "https://geldstroom.example/programma/oefen/rapportages",
};

describe("a reminder", () => {
  it.each(MAIL_KINDS)("%s says report, date and closing in both languages, each in its own words", (kind) => {
    const [nl, en] = [mailText(kind, "nl", facts), mailText(kind, "en", facts)];
    expect(nl.subject).toContain("Wijken, periode 2 van 2026");
    expect(en.subject).toContain("Wijken, period 2 of 2026");
    expect(nl.body).toContain("31 december 2026, 23.59 uur");
    expect(en.body).toContain("31 December 2026, 23:59 (Dutch time)");
    for (const { body } of [nl, en]) {
      expect(body).toContain(facts.address);
      expect(body).toContain("J. Dammers");
      expect(body).not.toMatch(/[\u00a0€]|undefined|null/);
    }
  });

  it("asks a signer to sign, and says nothing of closing where a window does not close", () => {
    const { body } = mailText("before_due", "nl", { ...facts, toSign: true, closesAt: null, periods: 1 });
    expect(body).toContain("wacht op uw ondertekening");
    expect(body).not.toContain("sluit");
    expect(new Set(MAIL_KINDS.map((kind) => mailText(kind, "nl", facts).subject)).size).toBe(
      MAIL_KINDS.length,
    );
  });
});
