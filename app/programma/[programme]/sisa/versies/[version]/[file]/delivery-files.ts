import { getTranslations } from "next-intl/server";
import { totalOf } from "@/lib/domain/sisa/content";
import { amount, date, type Statement, text } from "@/lib/files/cell";
import { collected, deliveryFolder, folderName } from "@/lib/files/sisa/delivery-folder";
import { type SisaWords, sisaWorkbook } from "@/lib/files/sisa/sisa-workbook";
import type { FrozenDelivery } from "@/lib/queries/sisa/find-delivery";
import { instant, longDate } from "@/lib/views/dates";
import { shareText } from "@/lib/views/sisa";

// The annex goes to the CBS, so every word is Dutch, whoever downloads it.

/** State belongs in the name: what is not delivered yet must not look as if it were. */
export const folderOf = ({ content, version, decided }: FrozenDelivery): string =>
  folderName([
    content.programme.practice ? "oefen" : null,
    decided?.outcome === "delivered" ? null : "concept",
    "sisa",
    content.year,
    content.municipality.code,
    `v${version}`,
  ]);

async function stateOf({ decided }: FrozenDelivery): Promise<string> {
  const t = await getTranslations({ locale: "nl", namespace: "sisa.file" });
  return t(`state.${decided?.outcome ?? "waiting"}`);
}

async function statementOf(delivery: FrozenDelivery): Promise<Statement> {
  const t = await getTranslations({ locale: "nl", namespace: "sisa.file" });
  const { content, decided } = delivery;
  const { tolerance, rows } = content;
  const lines: Statement = [
    ...(content.programme.practice ? [{ name: t("practice"), value: text(t("practiceText")) }] : []),
    { name: t("about.programme"), value: text(content.programme.name) },
    {
      name: t("about.municipality"),
      value: text(`${content.municipality.name} (${content.municipality.code})`),
    },
    { name: t("about.year"), value: text(String(content.year)) },
    { name: t("about.version"), value: text(String(delivery.version)) },
    { name: t("about.state"), value: text(await stateOf(delivery)) },
    { name: t("about.deadline"), value: date(content.deadline) },
    { name: t("about.adopted"), value: date(content.adoptedOn) },
    {
      name: t("about.prepared"),
      value: text(`${delivery.preparedBy.name}, ${instant(delivery.preparedAt, "nl")}`),
    },
    ...(decided === null
      ? []
      : [{ name: t("about.decided"), value: text(`${decided.by}, ${instant(decided.at, "nl")}`) }]),
    ...(delivery.correctsVersion === null
      ? []
      : [
          { name: t("about.corrects"), value: text(String(delivery.correctsVersion)) },
          { name: t("about.reason"), value: text(delivery.reason) },
        ]),
    ...(["spent", "correction", "cumulative"] as const).map((measure) => ({
      name: t("about.total", { what: t(`measures.${measure}`) }),
      value: amount(totalOf(rows, measure)),
    })),
    {
      name: t("about.tolerance"),
      value: text(
        tolerance === null
          ? t("unknown")
          : `${shareText(tolerance.errors, "nl")} / ${shareText(tolerance.uncertainties, "nl")} (${tolerance.source})`,
      ),
    },
    { name: t("about.ledger"), value: text(String(delivery.ledgerSeq)) },
    { name: t("about.hash"), value: text(delivery.contentHash) },
  ];
  return lines;
}

export async function deliveryWorkbook(delivery: FrozenDelivery): Promise<Uint8Array> {
  const t = await getTranslations({ locale: "nl", namespace: "sisa.file" });
  const words: SisaWords = {
    mark: t("mark"),
    sheets: {
      accounts: t("sheets.accounts"),
      indicators: t("sheets.indicators"),
      errors: t("sheets.errors"),
      bridge: t("sheets.bridge"),
      codes: t("sheets.codes"),
      about: t("sheets.about"),
    },
    column: (name) => t(`columns.${name as "code"}`),
    measure: (name) => t(`measures.${name as "spent"}`),
    cause: (name) => t(`causes.${name as "posted"}`),
    outcome: (name) => t(`outcomes.${name}`),
    unknown: t("toFill"),
    ownAnswer: t("ownAnswer"),
    together: t("together"),
    yes: t("yes"),
    no: t("no"),
  };
  const { content, bridge } = delivery;
  return collected(sisaWorkbook({ content, bridge, words, statement: await statementOf(delivery) }));
}

/** The text of the letter that goes with it; names and signature are the municipality's. */
async function letter({ content, version }: FrozenDelivery): Promise<string> {
  const t = await getTranslations({ locale: "nl", namespace: "sisa.file" });
  const { practice } = content.programme;
  const facts = {
    municipality: content.municipality.name,
    code: content.municipality.code,
    year: String(content.year),
    adopted: longDate(content.adoptedOn, "nl").replaceAll("\u00a0", " "),
    version,
  };
  const parts = ["subject", "opening", "adopted", "match", "closing", "signature"] as const;
  return [...(practice ? [t("practiceText")] : []), ...parts.map((part) => t(`letter.${part}`, facts))].join(
    "\r\n\r\n",
  );
}

const bytesOf = (words: string) => new TextEncoder().encode(words);

export async function deliveryZip(delivery: FrozenDelivery): Promise<Uint8Array> {
  const t = await getTranslations({ locale: "nl", namespace: "sisa.file" });
  const { content } = delivery;
  const { practice } = content.programme;
  return collected(
    deliveryFolder({
      base: folderOf(delivery),
      about: {
        ...(practice ? { oefengegevens: true, let_op: t("practiceText") } : { oefengegevens: false }),
        programma: content.programme.name,
        gemeente: content.municipality.code,
        jaar: content.year,
        versie: delivery.version,
        stand: await stateOf(delivery),
        inhoud_sha256: delivery.contentHash,
        naamregel: t("naming"),
      },
      toBeAdded: [t("toBeAdded")],
      files: [
        { name: "brief.txt", what: t("files.letter"), bytes: bytesOf(await letter(delivery)) },
        { name: "verantwoording.xlsx", what: t("files.workbook"), bytes: await deliveryWorkbook(delivery) },
        { name: "inhoud.json", what: t("files.content"), bytes: bytesOf(delivery.text) },
      ],
    }),
  );
}
