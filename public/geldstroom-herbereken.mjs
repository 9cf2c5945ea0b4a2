// Geldstroom: rekent de kopcijfers van een controlepakket na uit de posten.
// Geldstroom: computes the headlines of an audit package again from its entries.
//
//   node geldstroom-herbereken.mjs [MAP]        (een uitgepakt controlepakket; zonder MAP de huidige map)
//
// Leest posten.jsonl (de posten), namen.json (wat de kenmerken heten) en kopcijfers.json (wat de schermen zeiden).
// Alles in hele centen (BigInt). Eindigt met 0 als alles gelijk is, met 1 als er een verschil is.
// Licentie / licence: EUPL-1.2.
import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const folder = process.argv[2] ?? ".";
const tableOf = (name) => JSON.parse(readFileSync(join(folder, name), "utf8")).rows;

// Welke rekeningen meetellen, en met welk teken: een plafond en een vaststelling staan credit.
const SIGN = { ceiling: -1n, allocated: 1n, spent: 1n, advanced: 1n, settled: -1n };
const codeOf = new Map(tableOf("namen.json").map(({ id, code }) => [id, code]));

// Per maat: alles samen, per regeling, per tranche, per gemeente.
const found = new Map();
function add(key, seq, cents) {
  const sum = found.get(key) ?? { cents: 0n, entries: new Set() };
  sum.cents += cents;
  sum.entries.add(seq);
  found.set(key, sum);
}
const named = (...parts) => parts.map((part) => part ?? "").join(" | ");

for await (const line of createInterface({ input: createReadStream(join(folder, "posten.jsonl")) })) {
  const { entry } = JSON.parse(line);
  for (const { accountKey, amountCents } of entry.postings) {
    // boek | soort | regeling | tranche | thema | gemeente | gebied | jaar | btw
    const [, kind, stream, tranche, , municipality] = accountKey.split("|");
    const sign = SIGN[kind];
    if (sign === undefined) continue;
    const cents = sign * BigInt(amountCents);
    const [ofStream, ofTranche] = [codeOf.get(stream), codeOf.get(tranche)];
    add(named(kind, null, null, null), entry.seq, cents);
    add(named(kind, ofStream, null, null), entry.seq, cents);
    add(named(kind, ofStream, ofTranche, null), entry.seq, cents);
    if (municipality !== "-") add(named(kind, null, null, codeOf.get(municipality)), entry.seq, cents);
  }
}

const euros = (cents) => {
  const size = cents < 0n ? -cents : cents;
  return `${cents < 0n ? "-" : ""}${size / 100n}.${String(size % 100n).padStart(2, "0")}`;
};

let wrong = 0;
const said = new Set();
for (const { maat, regeling, tranche, gemeente, posten, bedrag } of tableOf("kopcijfers.json")) {
  const key = named(maat, regeling, tranche, gemeente);
  said.add(key);
  const sum = found.get(key);
  const right = sum?.cents === BigInt(bedrag.cents) && String(sum.entries.size) === posten;
  if (!right) wrong += 1;
  const is = sum === undefined ? "-" : `${euros(sum.cents)} (${sum.entries.size})`;
  console.log(
    `${right ? "=" : "!"} ${key}: ${euros(BigInt(bedrag.cents))} (${posten})${right ? "" : `, posten: ${is}`}`,
  );
}
for (const [key, sum] of found) {
  if (said.has(key)) continue;
  wrong += 1;
  console.log(`! ${key}: staat niet in kopcijfers.json, posten: ${euros(sum.cents)} (${sum.entries.size})`);
}
console.log(
  wrong === 0
    ? `Alle ${said.size} kopcijfers kloppen. All ${said.size} headlines are right.`
    : `${wrong} verschil(len). ${wrong} difference(s).`,
);
process.exitCode = wrong === 0 ? 0 : 1;
