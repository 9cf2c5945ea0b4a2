import { cents } from "@/lib/domain/money";
import type { SisaAllocation } from "@/lib/domain/sisa/decision-groups";
import type { SisaMove } from "@/lib/domain/sisa/measures";
import type { SisaAnswer, SisaFacts } from "@/lib/domain/sisa/sisa-year";

export const STREAM = { id: "s", code: "W", name: "Wijken" };

export const allocation = (change: Partial<SisaAllocation> = {}): SisaAllocation => ({
  number: "A-1",
  streamId: STREAM.id,
  trancheId: "t",
  decisionNumber: "B-1",
  decisionOn: "2024-02-01",
  place: "t/armoede/noord",
  firstYear: 2024,
  lastYear: 2026,
  awarded: cents(1_000_000_00n),
  ...change,
});

export const move = (change: Partial<SisaMove> = {}): SisaMove => ({
  seq: 1n,
  kind: "spent",
  place: "t/armoede/noord",
  about: 2025,
  reportedIn: 2025,
  amount: cents(100_000_00n),
  ...change,
});

export const ANSWER: SisaAnswer = { final: false, errors: cents(0n), uncertainties: cents(0n), note: null };

/** A year in which nothing stands in the way. */
export const facts = (change: Partial<SisaFacts> = {}): SisaFacts => ({
  year: 2025,
  today: "2026-07-01",
  streams: [STREAM],
  allocations: [allocation()],
  moves: [move()],
  windows: [
    { trancheId: "t", code: "W-2024", year: 2024, endsOn: "2024-12-31", accepted: true },
    { trancheId: "t", code: "W-2025", year: 2025, endsOn: "2025-12-31", accepted: true },
  ],
  schemes: new Map([
    [
      STREAM.id,
      {
        version: 1,
        scheme: "Wijken",
        code: "X1",
        source: "verzonnen",
        indicators: [
          { number: "X1/01", label: "Besteding (jaar T)", control: "R", measure: "spent" as const },
        ],
      },
    ],
  ]),
  tolerance: {
    firstYear: 2025,
    version: 1,
    errors: 200,
    uncertainties: 200,
    reading: "not_stated",
    source: "Stb. 2025, 99",
  },
  itemFrom: cents(125_000_00n),
  adoptedOn: "2026-06-25",
  answers: new Map([["W|B-1", ANSWER]]),
  ...change,
});
