import { amountOf, count, difference, sumOf } from "../calculation";
import type { Claim } from "../claim";
import { INTRO, NOTES, noteCode } from "../claim-codes";
import { reading } from "../reading";
import { type CheckInput, type Findings, listing, step, targetOf } from "./check";
import { markersIn } from "./leaflet-markers";

const values = (claims: readonly Claim[], of: (claim: Claim) => string | null) =>
  claims.flatMap((claim) => {
    const value = of(claim);
    return value === null ? [] : [{ claim: claim.code, value }];
  });

/** "stellen … beschikbaar" and "krijgen … extra" are the verbs "stellen" and "krijgen". */
const verbOf = ({ statusVerb }: Claim) => statusVerb?.split(" … ")[0] ?? null;

/** L11: who receives differs from note to note, and from what others say of the same note. */
export function mixedRecipients({ claims }: CheckInput): Findings {
  const notes = NOTES.map((code) => claims.need(code));
  const elsewhere = claims
    .linkedTo(noteCode(5), "overlaps")
    .filter(({ grain }) => grain === "municipalities_together");
  return {
    claims: [...NOTES],
    listings: [
      listing(
        "grain",
        values([...notes, ...elsewhere], ({ grain }) => grain),
      ),
      listing(
        "recipient",
        values([...notes, ...elsewhere], ({ recipientName }) => recipientName),
      ),
    ],
  };
}

/** L12: amounts at different stages of their life are added together. */
export function mixedVerbs({ claims }: CheckInput): Findings {
  const stated = [INTRO, ...NOTES].map((code) => claims.need(code)).filter(({ amount }) => amount !== null);
  const notes = stated.filter(({ code }) => code !== INTRO);
  const statuses = [...new Set(notes.map(({ status }) => status))];
  return {
    claims: stated.map(({ code }) => code),
    readings: statuses.map((status) =>
      reading(`status_${status}`, sumOf(notes.filter((claim) => claim.status === status).map(amountOf))),
    ),
    listings: [
      listing("verb", values(stated, verbOf)),
      listing(
        "status",
        values(stated, ({ status }) => status),
      ),
    ],
  };
}

/** L20: alliances of schools are not areas, and not the local alliances of the programme. */
export function alliancesAreNotAreas(input: CheckInput): Findings {
  const areas = BigInt(input.territory.reduce((sum, { areas: own }) => sum + own.length, 0));
  const [present, alliances] = [
    targetOf(input, "school-en-omgeving-gebieden"),
    targetOf(input, "school-en-omgeving-allianties"),
  ];
  return {
    claims: [noteCode(1)],
    steps: [
      step("areas_without_schools", difference(count("areas", areas), count("areas", present))),
      step("school_alliances", count("alliances", alliances)),
    ],
  };
}

/** L21: the markers are not in reading order, and one is missing. */
export function markerOrder({ leafletText }: CheckInput): Findings {
  const markers = markersIn(leafletText ?? "").map((marker) => ({ claim: null, value: String(marker) }));
  return { claims: [...NOTES], listings: leafletText === null ? [] : [listing("markers", markers)] };
}

/** L22: the leaflet's ministries, and those that joined later. */
export function ministriesThenAndNow({ ministries }: CheckInput): Findings {
  const named = ministries.filter(({ inLeaflet }) => inLeaflet);
  const joined = ministries.filter(({ inLeaflet }) => !inLeaflet);
  const list = (some: CheckInput["ministries"]) => some.map(({ code }) => ({ claim: null, value: code }));
  return {
    claims: [INTRO],
    steps: [
      step("ministries_in_leaflet", count("ministries", BigInt(named.length))),
      step("ministries_now", count("ministries", BigInt(ministries.length))),
    ],
    listings: [listing("ministries_in_leaflet", list(named)), listing("ministries_joined", list(joined))],
  };
}
