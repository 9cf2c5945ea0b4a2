import { Prisma } from "../../generated/client";
import type { PackageTable } from "../package-table";
import { at, within } from "../within";

const STREAM = { stream: "k.stream_id" } as const;

/** Every version of every distribution key, with what it says. */
export const keyVersionsTable: PackageTable = {
  name: "verdeelsleutels",
  columns: {
    sleutel: "text",
    versie: "whole",
    regeling: "text",
    geldt_vanaf: "date",
    grondslag: "text",
    reden: "text",
    vastgelegd_door: "text",
    vastgelegd_utc: "text",
    hash: "text",
    inhoud: "text",
  },
  rows: (scope) => Prisma.sql`
    SELECT k.name AS sleutel, v.version::text AS versie, s.code AS regeling, v.effective_on::text AS geldt_vanaf,
      v.legal_source AS grondslag, v.reason AS reden, q.name AS vastgelegd_door, ${at("v.created_at")} AS vastgelegd_utc,
      v.definition_hash AS hash, v.definition::text AS inhoud
      FROM distribution_key k JOIN distribution_key_version v ON v.key_id = k.id JOIN stream s ON s.id = k.stream_id
      LEFT JOIN person q ON q.id = v.created_by
     WHERE k.programme_id = ${scope.programmeId}::uuid AND v.created_at <= ${scope.knownAt}::timestamptz AND ${within(scope, STREAM)}
     ORDER BY k.name, v.version, v.id`,
};

export const keyInputsTable: PackageTable = {
  name: "verdeelgegevens",
  columns: {
    naam: "text",
    id: "text",
    regeling: "text",
    niveau: "text",
    bron: "text",
    peildatum: "date",
    vastgelegd_door: "text",
    vastgelegd_utc: "text",
    hash: "text",
    waarden: "text",
  },
  rows: (scope) => Prisma.sql`
    SELECT k.name AS naam, k.id::text AS id, s.code AS regeling, k.grain::text AS niveau, k.source AS bron, k.source_on::text AS peildatum,
      q.name AS vastgelegd_door, ${at("k.created_at")} AS vastgelegd_utc, k.content_hash AS hash, k.values::text AS waarden
      FROM distribution_input k JOIN stream s ON s.id = k.stream_id LEFT JOIN person q ON q.id = k.created_by
     WHERE k.programme_id = ${scope.programmeId}::uuid AND k.created_at <= ${scope.knownAt}::timestamptz AND ${within(scope, STREAM)}
     ORDER BY k.name, k.created_at, k.id`,
};

/** Every calculation with everything that it follows from, so that it can be made again. */
export const keyRunsTable: PackageTable = {
  name: "verdeelberekeningen",
  columns: {
    id: "text",
    sleutel: "text",
    versie: "whole",
    tranche: "text",
    gemaakt_door: "text",
    gemaakt_utc: "text",
    ontvangers: "text",
    gegevens: "text",
    potten: "text",
    uitkomst: "text",
    hash: "text",
  },
  rows: (scope) => Prisma.sql`
    SELECT u.id::text AS id, k.name AS sleutel, v.version::text AS versie, t.code AS tranche, q.name AS gemaakt_door,
      ${at("u.created_at")} AS gemaakt_utc, u.recipients::text AS ontvangers, u.inputs::text AS gegevens, u.pots::text AS potten,
      u.result::text AS uitkomst, u.result_hash AS hash
      FROM distribution_run u JOIN distribution_key k ON k.id = u.key_id JOIN distribution_key_version v ON v.id = u.version_id
      JOIN tranche t ON t.id = u.tranche_id LEFT JOIN person q ON q.id = u.created_by
     WHERE k.programme_id = ${scope.programmeId}::uuid AND u.created_at <= ${scope.knownAt}::timestamptz AND ${within(scope, STREAM)}
     ORDER BY u.created_at, u.id`,
};
