import { Prisma } from "../../generated/client";
import type { PackageTable } from "../package-table";
import { at, within } from "../within";

const PLACE = { stream: "a.stream_id", municipality: "a.municipality_id" } as const;
const OF_PROPOSAL = { stream: "p.stream_id", municipality: "p.municipality_id" } as const;

export const allocationsTable: PackageTable = {
  name: "toekenningen",
  columns: {
    nummer: "text",
    id: "text",
    regeling: "text",
    tranche: "text",
    thema: "text",
    gemeente: "text",
    gebied: "text",
    besluit: "text",
    besluitdatum: "date",
    vastgelegd_utc: "text",
  },
  rows: (scope) => Prisma.sql`
    SELECT a.number AS nummer, a.id::text AS id, s.code AS regeling, t.code AS tranche, th.code AS thema, m.code AS gemeente,
      r.code AS gebied, a.decision_number AS besluit, a.decision_on::text AS besluitdatum, ${at("a.created_at")} AS vastgelegd_utc
      FROM allocation a JOIN stream s ON s.id = a.stream_id JOIN tranche t ON t.id = a.tranche_id JOIN theme th ON th.id = a.theme_id
      JOIN organisation m ON m.id = a.municipality_id JOIN area r ON r.id = a.area_id
     WHERE a.programme_id = ${scope.programmeId}::uuid AND a.created_at <= ${scope.knownAt}::timestamptz AND ${within(scope, PLACE)}
     ORDER BY a.number`,
};

/** Proposals that were approved by then: what was approved no longer changes. */
export const proposalsTable: PackageTable = {
  name: "voorstellen",
  columns: {
    nummer: "text",
    id: "text",
    soort: "text",
    regeling: "text",
    tranche: "text",
    gemeente: "text",
    gebied: "text",
    toekenning: "text",
    bedrag: "amount",
    besluit: "text",
    besluitdatum: "date",
    besluitbedrag: "amount",
    vindplaats: "text",
    bron: "text",
    geldt_vanaf: "date",
    grondslag: "text",
    reden: "text",
    verzamelvoorstel: "text",
    inhoud_hash: "text",
    ingevoerd_door: "text",
    ingevoerd_utc: "text",
  },
  rows: (scope) => Prisma.sql`
    SELECT p.number AS nummer, p.id::text AS id, p.kind::text AS soort, s.code AS regeling, t.code AS tranche, m.code AS gemeente,
      r.code AS gebied, a.number AS toekenning,
      (SELECT sum(l.amount_cents) FROM proposal_line l WHERE l.proposal_id = p.id)::text AS bedrag,
      p.decision_number AS besluit, p.decision_on::text AS besluitdatum, p.decision_cents::text AS besluitbedrag,
      p.decision_document AS vindplaats, c.code AS bron, p.effective_on::text AS geldt_vanaf, p.legal_source AS grondslag,
      p.reason AS reden, b.number AS verzamelvoorstel, p.content_hash AS inhoud_hash, q.name AS ingevoerd_door,
      ${at("p.created_at")} AS ingevoerd_utc
      FROM proposal p JOIN stream s ON s.id = p.stream_id JOIN tranche t ON t.id = p.tranche_id JOIN person q ON q.id = p.created_by
      LEFT JOIN organisation m ON m.id = p.municipality_id LEFT JOIN area r ON r.id = p.area_id
      LEFT JOIN allocation a ON a.id = p.allocation_id LEFT JOIN claim c ON c.id = p.claim_id LEFT JOIN batch b ON b.id = p.batch_id
     WHERE p.programme_id = ${scope.programmeId}::uuid AND p.status = 'approved' AND ${within(scope, OF_PROPOSAL)}
       AND EXISTS (SELECT 1 FROM approval x WHERE x.proposal_id = p.id AND x.outcome = 'approved' AND x.at <= ${scope.knownAt}::timestamptz)
     ORDER BY p.number`,
};

/** Every approval and return, with exactly what was shown to who decided. */
export const approvalsTable: PackageTable = {
  name: "goedkeuringen",
  columns: {
    voorstel: "text",
    versie: "whole",
    uitkomst: "text",
    reden: "text",
    door: "text",
    namens: "text",
    op_utc: "text",
    inhoud_hash: "text",
    getoond: "text",
  },
  rows: (scope) => Prisma.sql`
    SELECT p.number AS voorstel, x.version::text AS versie, x.outcome::text AS uitkomst, x.reason AS reden, q.name AS door,
      z.name AS namens, ${at("x.at")} AS op_utc, x.content_hash AS inhoud_hash, x.shown::text AS getoond
      FROM approval x JOIN proposal p ON p.id = x.proposal_id JOIN person q ON q.id = x.person_id
      LEFT JOIN person z ON z.id = x.on_behalf_of
     WHERE p.programme_id = ${scope.programmeId}::uuid AND x.at <= ${scope.knownAt}::timestamptz AND ${within(scope, OF_PROPOSAL)}
     ORDER BY p.number, x.at, x.id`,
};

/** How differences between sources were decided. */
export const conflictsTable: PackageTable = {
  name: "bronconflicten",
  columns: {
    code: "text",
    titel: "text",
    lezing: "text",
    reden: "text",
    besloten_door: "text",
    besloten_utc: "text",
    inhoud_hash: "text",
  },
  rows: ({ programmeId, knownAt }) => Prisma.sql`
    SELECT c.code, c.title_nl AS titel, d.reading_code AS lezing, d.reason AS reden, q.name AS besloten_door,
      ${at("d.decided_at")} AS besloten_utc, d.content_hash AS inhoud_hash
      FROM source_conflict c JOIN conflict_decision d ON d.conflict_id = c.id JOIN person q ON q.id = d.decided_by
     WHERE c.programme_id = ${programmeId}::uuid AND d.decided_at <= ${knownAt}::timestamptz ORDER BY c.code, d.decided_at, d.id`,
};
