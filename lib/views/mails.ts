import type { MailKind } from "@/lib/domain/windows/mail";
import { longDate, longInstant } from "./dates";
import type { Locale } from "./locale";

export interface MailFacts {
  readonly programmeNl: string;
  readonly programmeEn: string;
  readonly streamName: string;
  readonly municipalityName: string;
  readonly personName: string;
  readonly year: number;
  readonly period: number;
  readonly periods: number;
  /** yyyy-mm-dd */
  readonly dueOn: string;
  readonly closesAt: Date | null;
  readonly toSign: boolean;
  /** Where the reports are. */
  readonly address: string;
}

/** "Oefenregeling Wijken, periode 2 van 2026". */
export function reportName(
  { streamName, year, period, periods }: Pick<MailFacts, "streamName" | "year" | "period" | "periods">,
  locale: Locale,
): string {
  if (periods === 1) return `${streamName}, ${year}`;
  return locale === "nl"
    ? `${streamName}, periode ${period} van ${year}`
    : `${streamName}, period ${period} of ${year}`;
}

type Words = Readonly<Record<MailKind, { subject: string; first: string }>>;

function dutch(facts: MailFacts): { words: Words; asked: string; end: string } {
  const report = reportName(facts, "nl");
  const due = longDate(facts.dueOn, "nl");
  const closes = facts.closesAt === null ? "" : longInstant(facts.closesAt, "nl");
  return {
    words: {
      before_due: {
        subject: `Rapportage ${report}: indienen voor ${due}`,
        first: `De rapportage ${report} van ${facts.municipalityName} wordt uiterlijk op ${due} verwacht.`,
      },
      just_before_due: {
        subject: `Bijna zover: rapportage ${report} indienen voor ${due}`,
        first: `De rapportage ${report} van ${facts.municipalityName} is nog niet binnen. Zij wordt uiterlijk op ${due} verwacht.`,
      },
      after_due: {
        subject: `Te laat: rapportage ${report}`,
        first: `De rapportage ${report} van ${facts.municipalityName} werd uiterlijk op ${due} verwacht en is nog niet binnen.`,
      },
      before_closing: {
        subject: `De periode sluit: rapportage ${report}`,
        first: `De rapportage ${report} van ${facts.municipalityName} is nog niet binnen en de periode sluit binnenkort.`,
      },
    },
    asked: facts.toSign
      ? "De rapportage is ingevuld en wacht op uw ondertekening."
      : "Vul de rapportage in en dien haar in. Wat u eerder bewaarde, staat er nog.",
    end:
      closes === ""
        ? ""
        : `De periode sluit vanzelf op ${closes}. Daarna kunt u alleen nog met een uitzondering indienen; u vraagt die aan bij de periode.`,
  };
}

function english(facts: MailFacts): { words: Words; asked: string; end: string } {
  const report = reportName(facts, "en");
  const due = longDate(facts.dueOn, "en");
  const closes = facts.closesAt === null ? "" : longInstant(facts.closesAt, "en");
  return {
    words: {
      before_due: {
        subject: `Report ${report}: submit by ${due}`,
        first: `The report ${report} of ${facts.municipalityName} is expected by ${due}.`,
      },
      just_before_due: {
        subject: `Almost due: report ${report}, by ${due}`,
        first: `The report ${report} of ${facts.municipalityName} is not in yet. It is expected by ${due}.`,
      },
      after_due: {
        subject: `Late: report ${report}`,
        first: `The report ${report} of ${facts.municipalityName} was expected by ${due} and is not in yet.`,
      },
      before_closing: {
        subject: `The window closes: report ${report}`,
        first: `The report ${report} of ${facts.municipalityName} is not in yet and the window closes soon.`,
      },
    },
    asked: facts.toSign
      ? "The report is filled in and waits for your signature."
      : "Fill in the report and submit it. What you saved earlier is still there.",
    end:
      closes === ""
        ? ""
        : `The window closes by itself on ${closes} (Dutch time). After that you can only submit with an exception, which you ask for at the window.`,
  };
}

/** Subject and text of a mail in the reader's language; plain text, so that it reads the same everywhere. */
export function mailText(
  kind: MailKind,
  locale: Locale,
  facts: MailFacts,
): { subject: string; body: string } {
  const { words, asked, end } = locale === "nl" ? dutch(facts) : english(facts);
  const programme = locale === "nl" ? facts.programmeNl : facts.programmeEn;
  const [hello, sent] =
    locale === "nl"
      ? [
          `Geachte ${facts.personName},`,
          `Deze herinnering is automatisch verstuurd door Geldstroom, ${programme}.`,
        ]
      : [`Dear ${facts.personName},`, `This reminder was sent automatically by Geldstroom, ${programme}.`];
  const parts = [hello, words[kind].first, asked, end, facts.address, sent];
  return {
    subject: plain(words[kind].subject),
    body: `${parts
      .filter((part) => part !== "")
      .map(plain)
      .join("\n\n")}\n`,
  };
}

/** Non-breaking spaces are for screens; in mail programs they come out as odd signs. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");
