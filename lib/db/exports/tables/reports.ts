import { Prisma } from "../../generated/client";
import type { PackageScope, PackageTable } from "../package-table";
import { at, within } from "../within";

const REPORT = { stream: "w.stream_id", municipality: "r.municipality_id", year: "w.year" } as const;

/** The reports of a package, as `r` with their window `w`, municipality `m` and stream `s`. */
const reports = (scope: PackageScope) => Prisma.sql`report r JOIN reporting_window w ON w.id = r.window_id
  AND w.programme_id = ${scope.programmeId}::uuid JOIN organisation m ON m.id = r.municipality_id JOIN stream s ON s.id = w.stream_id
  AND ${within(scope, REPORT)}`;

/** Every step of a report with what was on the screen of who took it. What was only saved stays with the municipality. */
export const reportsTable: PackageTable = {
  name: "rapportages",
  columns: {
    rapportage: "text",
    regeling: "text",
    gemeente: "text",
    jaar: "whole",
    periode: "whole",
    versie: "whole",
    handeling: "text",
    reden: "text",
    door: "text",
    op_utc: "text",
    inhoud_hash: "text",
    inhoud: "text",
  },
  rows: (scope) => Prisma.sql`
    SELECT r.number AS rapportage, s.code AS regeling, m.code AS gemeente, w.year::text AS jaar, w.period::text AS periode,
      e.version::text AS versie, e.action AS handeling, e.reason AS reden, q.name AS door, ${at("e.at")} AS op_utc,
      e.content_hash AS inhoud_hash, e.content::text AS inhoud
      FROM ${reports(scope)} JOIN report_event e ON e.report_id = r.id JOIN person q ON q.id = e.person_id
     WHERE e.action <> 'saved' AND e.at <= ${scope.knownAt}::timestamptz ORDER BY r.number, e.at, e.id`,
};

export const signaturesTable: PackageTable = {
  name: "ondertekeningen",
  columns: {
    rapportage: "text",
    onderdeel: "text",
    versie: "whole",
    door: "text",
    op_utc: "text",
    onderdeel_hash: "text",
  },
  rows: (scope) => Prisma.sql`
    SELECT r.number AS rapportage, g.section AS onderdeel, g.version::text AS versie, q.name AS door, ${at("g.at")} AS op_utc,
      g.section_hash AS onderdeel_hash
      FROM ${reports(scope)} JOIN report_signature g ON g.report_id = r.id JOIN person q ON q.id = g.person_id
     WHERE g.at <= ${scope.knownAt}::timestamptz ORDER BY r.number, g.at, g.id`,
};

/** What the rules found, each time that they ran, with the version of the rule. */
export const ruleRunsTable: PackageTable = {
  name: "regelcontroles",
  columns: {
    rapportage: "text",
    stap: "text",
    versie: "whole",
    op_utc: "text",
    door: "text",
    positie: "whole",
    regel: "text",
    regelversie: "whole",
    probleem: "text",
    gewicht: "text",
    rapportageregel: "text",
    feiten: "text",
    toelichting: "text",
    ontheffing: "text",
  },
  rows: (scope) => Prisma.sql`
    SELECT r.number AS rapportage, u.step AS stap, u.version::text AS versie, ${at("u.at")} AS op_utc, q.name AS door,
      f.position::text AS positie, f.rule_code AS regel, f.rule_version::text AS regelversie, f.problem AS probleem,
      f.severity AS gewicht, f.line_key AS rapportageregel, f.facts::text AS feiten, f.explanation AS toelichting,
      f.waiver_id::text AS ontheffing
      FROM ${reports(scope)} JOIN rule_run u ON u.report_id = r.id JOIN person q ON q.id = u.person_id
      LEFT JOIN rule_finding f ON f.run_id = u.id
     WHERE u.at <= ${scope.knownAt}::timestamptz ORDER BY r.number, u.at, u.id, f.position`,
};

/** The documents behind reports; `bestand` is where they lie in the package, empty where their bytes may not be had. */
export const documentsTable: PackageTable = {
  name: "documenten",
  columns: {
    bestand: "text",
    rapportage: "text",
    gebied: "text",
    thema: "text",
    soort: "text",
    bedrag: "amount",
    opmerking: "text",
    naam: "text",
    bytes: "whole",
    sha256: "text",
    toegevoegd_door: "text",
    toegevoegd_utc: "text",
    controle: "text",
    ingetrokken: "text",
  },
  rows: (scope) => Prisma.sql`
    SELECT CASE WHEN ${CLEAN} THEN 'documenten/' || left(d.sha256, 16) || ${SUFFIX} END AS bestand,
      r.number AS rapportage, a.code AS gebied, t.code AS thema, d.kind AS soort, d.amount_cents::text AS bedrag, d.note AS opmerking,
      d.file_name AS naam, d.byte_size::text AS bytes, d.sha256, q.name AS toegevoegd_door, ${at("d.added_at")} AS toegevoegd_utc,
      (SELECT x.outcome FROM evidence_scan x WHERE x.document_id = d.id AND x.at <= ${scope.knownAt}::timestamptz
        ORDER BY x.at DESC, x.id DESC LIMIT 1) AS controle,
      (SELECT x.reason FROM evidence_withdrawal x WHERE x.document_id = d.id AND x.withdrawn_at <= ${scope.knownAt}::timestamptz) AS ingetrokken
      FROM ${reports(scope)} JOIN evidence_document d ON d.report_id = r.id JOIN area a ON a.id = d.area_id
      JOIN theme t ON t.id = d.theme_id JOIN person q ON q.id = d.added_by
     WHERE d.added_at <= ${scope.knownAt}::timestamptz ORDER BY r.number, d.added_at, d.id`,
};

/** A scanner found it clean, and none found anything in it. */
const CLEAN = Prisma.sql`(EXISTS (SELECT 1 FROM evidence_scan x WHERE x.document_id = d.id AND x.outcome = 'clean')
  AND NOT EXISTS (SELECT 1 FROM evidence_scan x WHERE x.document_id = d.id AND x.outcome = 'infected'))`;
/** The ending of the name it came with, when that is an ordinary one. */
const SUFFIX = Prisma.sql`coalesce(lower(substring(d.file_name FROM '\\.[A-Za-z0-9]{1,8}$')), '')`;

/** The bytes of the same documents, each once: where they lie, and under what name in the package. */
export const documentFiles = (scope: PackageScope) => Prisma.sql`
  SELECT DISTINCT ON (bestand) 'documenten/' || left(d.sha256, 16) || ${SUFFIX} AS bestand, d.sha256,
    d.upload_id::text AS "uploadId", d.object_key AS "objectKey"
    FROM ${reports(scope)} JOIN evidence_document d ON d.report_id = r.id
   WHERE d.added_at <= ${scope.knownAt}::timestamptz AND ${CLEAN} ORDER BY bestand, d.id`;
