import type { NamedLine } from "../reports/report-file";
import { FRESH_PROJECTS, type ProjectRow, projectRows } from "../reports/report-line";

/** A row on which a project of a line stands, or can be written. */
export interface NamedProject extends ProjectRow {
  /** Key of the line and the position: stays with the project as long as there is one. */
  readonly key: string;
  readonly line: NamedLine;
}

/** In a report of very many lines each gets a single empty row. */
const MANY_LINES = 250;

/** The projects of every line, each with rows for more. */
export function namedProjects(lines: readonly NamedLine[]): NamedProject[] {
  const fresh = lines.length > MANY_LINES ? 1 : FRESH_PROJECTS;
  return lines.flatMap((line) =>
    projectRows(line.projects, fresh).map((row) => ({ ...row, key: `${line.key}.${row.position}`, line })),
  );
}

/** Of which line a row is, and its place there: "noord.school.2". Null when it is of no line. */
export function projectPlace(key: string): { readonly line: string; readonly position: number } | null {
  const [, line, number] = /^(.+)\.([1-9]\d?)$/s.exec(key) ?? [];
  return line === undefined ? null : { line, position: Number(number) };
}
