import { amountOf, count, difference, quotient, rowsOf, sumOf, unitAmountOf, unitsOf } from "../calculation";
import type { Claim } from "../claim";
import { INTRO, noteCode } from "../claim-codes";
import { findConflicts } from "../find-conflicts";
import { landed } from "../landed";
import { reading } from "../reading";
import { type CheckInput, differs, type Findings, step, targetOf, unknownDifference } from "./check";

const ROUNDS = ["r1", "r2", "r3", "r4"] as const;
const round = (code: string) => `woningbouwimpuls-${code}`;
const fund = (code: string) => `volkshuisvestingsfonds-${code}`;
/** The general VAT rate makes a price including VAT 121/100 of the price without. */
const VAT_FACTOR = [121n, 100n] as const;

/** L05: the fund of note 4 is national; what is known to have landed is much less. */
export function fundIsNational({ claims, territory }: CheckInput): Findings {
  const own = new Set(territory.map(({ code }) => code));
  const mine = ({ municipality }: Claim) => municipality !== null && own.has(municipality);
  const tranches = (["t3", "t4"] as const).map((code) => {
    const published = claims.need(fund(`${code}-netto`));
    const rows = claims.linkedTo(published.code, "part_of");
    // A list that misses projects is measured against the published total, a complete one against itself.
    const whole = BigInt(rows.length) === published.units ? rowsOf(rows) : amountOf(published);
    return { code, published, rows, whole, ours: rowsOf(rows.filter(mine)) };
  });
  const where = landed(claims, territory);
  const claimed = amountOf(claims.need(noteCode(4)));
  return {
    claims: [noteCode(4), ...tranches.map(({ published }) => published.code)],
    readings: [reading("claimed", claimed), reading("landed_in_areas", rowsOf(where.inAreasClaims))],
    differences: [
      differs("outside_areas", rowsOf(where.outside), "outside_areas"),
      ...tranches
        .filter(({ rows, published }) => BigInt(rows.length) !== published.units)
        .map(({ code, published, rows }) =>
          differs(`not_listed_${code}`, difference(amountOf(published), rowsOf(rows)), "not_published"),
        ),
      unknownDifference("not_to_the_cent", "not_published"),
    ],
    steps: [
      ...tranches.flatMap(({ code, ours, whole }) => [
        step(`programme_${code}`, ours),
        step(`share_${code}`, quotient(ours, whole)),
      ]),
      step(
        "share_together",
        quotient(sumOf(tranches.map(({ ours }) => ours)), sumOf(tranches.map(({ whole }) => whole))),
      ),
    ],
  };
}

/** L08: the price of a home in note 2 against every national average. */
export function pricePerHome({ claims }: CheckInput): Findings {
  const note = claims.need(noteCode(2));
  const perHome = quotient(amountOf(note), unitsOf(note));
  const withoutVat = quotient(quotient(amountOf(note), count("vat_factor", ...VAT_FACTOR)), unitsOf(note));
  const averages = ROUNDS.map((code) => ({
    code,
    average: unitAmountOf(claims.need(`${round(code)}-gemiddeld`)),
  }));
  return {
    claims: [note.code],
    steps: [
      step("per_home", perHome),
      step("per_home_without_vat", withoutVat),
      ...averages.map(({ code, average }) => step(`average_${code}`, average)),
      ...ROUNDS.map((code) => claims.need(round(code))).map((one, index) =>
        step(`total_per_home_${ROUNDS[index]}`, quotient(amountOf(one), unitsOf(one))),
      ),
    ],
    differences: averages.map(({ code, average }) =>
      differs(`above_average_${code}`, difference(perHome, average), "unexplained"),
    ),
  };
}

/** L09: two counts of homes that are easily taken for each other. */
export function similarHomeCounts({ claims }: CheckInput): Findings {
  const [note, whole] = [claims.need(noteCode(2)), claims.need(round("r4"))];
  return {
    claims: [note.code, whole.code],
    steps: [
      step("homes_in_note", unitsOf(note)),
      step("homes_in_round_4", unitsOf(whole)),
      step("homes_apart", difference(unitsOf(whole), unitsOf(note))),
    ],
  };
}

/** L10: fewer locations than areas, so not every area has a project. */
export function fewerLocationsThanAreas(input: CheckInput): Findings {
  const locations = targetOf(input, "woningbouwimpuls-locaties");
  const areas = BigInt(input.territory.reduce((sum, municipality) => sum + municipality.areas.length, 0));
  return {
    claims: [noteCode(2)],
    steps: [
      step("locations", count("locations", locations)),
      step("areas_without_location", difference(count("areas", areas), count("locations", locations))),
    ],
  };
}

/** L13: rounds that were awarded before the programme began. */
export function beforeTheProgramme({ claims }: CheckInput): Findings {
  const earlier = claims.all.filter(
    ({ status, stream, period }) => status !== "requested" && stream !== null && endsBefore(period, "2022"),
  );
  const totals = earlier.filter(({ grain, amount }) => grain === "stream_tranche" && amount !== null);
  return {
    claims: [INTRO, ...totals.map(({ code }) => code)],
    steps: [step("rounds_before_programme", rowsOf(totals.filter(({ stream }) => stream === "S2")))],
    differences: [unknownDifference("before_programme", "timing")],
  };
}

const endsBefore = (period: string | null, year: string) => {
  const last = /^(?:\d{4}-)?(\d{4})$/.exec(period ?? "")?.[1];
  return last !== undefined && last < year;
};

/** L23: the price of a home in note 4, and in the rounds that followed. */
export function homesOfTheFund({ claims }: CheckInput): Findings {
  const note = claims.need(noteCode(4));
  const perHome = (code: string, amount: Claim, homes: Claim) =>
    step(code, quotient(amountOf(amount), unitsOf(homes)));
  const [t2, t3, t4] = [
    claims.need(fund("t2")),
    claims.need(fund("t3-bruto")),
    claims.need(fund("t4-bruto")),
  ];
  const announced = sumOf([t2, t3, t4].map(unitsOf));
  return {
    claims: [note.code, t2.code, t3.code, t4.code],
    steps: [
      perHome("per_home", note, note),
      perHome("per_home_t2", t2, t2),
      perHome("per_home_t3_gross", t3, t3),
      perHome("per_home_t4_gross", t4, t4),
      perHome("per_home_t4_net", claims.need(fund("t4-netto")), t4),
      step("homes_announced", announced),
      step("homes_above_target", difference(announced, unitsOf(note))),
    ],
  };
}

/** L24: the totals are gross, the rows under them net of VAT compensation. */
export function grossAndNet({ claims }: CheckInput): Findings {
  const pairs = (["t3", "t4"] as const).map((code) => {
    const net = claims.need(fund(`${code}-netto`));
    const rows = claims.linkedTo(net.code, "part_of");
    const exact = BigInt(rows.length) === net.units ? rowsOf(rows) : amountOf(net);
    return { code, gross: amountOf(claims.need(fund(`${code}-bruto`))), net: exact, published: net.code };
  });
  return {
    claims: pairs.flatMap(({ code, published }) => [fund(`${code}-bruto`), published]),
    readings: pairs.flatMap(({ code, gross, net }) => [
      reading(`gross_${code}`, gross),
      reading(`net_${code}`, net),
    ]),
    differences: pairs.map(({ code, gross, net }) =>
      differs(`bcf_${code}`, difference(gross, net), "gross_net_bcf"),
    ),
  };
}

/** V03: the tranches together against the fund they are part of. */
export function fundAndTranches({ claims }: CheckInput): Findings {
  const whole = claims.need(fund("totaal"));
  const parts = claims.linkedTo(whole.code, "part_of");
  const together = sumOf(parts.map(amountOf));
  const cause = findConflicts(claims).find(
    ({ kind, claims: [first] }) => kind === "parts_versus_total" && first === whole.code,
  )?.cause;
  return {
    claims: [whole.code, ...parts.map(({ code }) => code)],
    readings: [reading("fund_total", amountOf(whole)), reading("sum_of_tranches", together)],
    differences: [
      differs("tranches_above_fund", difference(together, amountOf(whole)), cause ?? "unexplained"),
    ],
    steps: [step("first_tranche_awarded", amountOf(claims.need(fund("t1-toegekend"))))],
  };
}
