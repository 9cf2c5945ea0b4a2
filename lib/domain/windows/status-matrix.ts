import type { ReportState } from "../reports/report-status";

/** One stream, area and period with its state; the areas of a stream are those with an allocation in it. */
export interface AreaState {
  readonly streamCode: string;
  readonly streamName: string;
  readonly windowId: string;
  readonly windowCode: string;
  readonly year: number;
  readonly period: number;
  readonly periods: number;
  readonly startsOn: string;
  readonly areaId: string;
  readonly areaName: string;
  readonly municipalityName: string;
  readonly reportId: string | null;
  readonly state: ReportState;
}

export type MatrixColumn = Pick<AreaState, "windowId" | "windowCode" | "year" | "period" | "periods">;

export interface MatrixRow {
  readonly areaId: string;
  readonly areaName: string;
  readonly municipalityName: string;
  /** In the order of the columns; null where the area has no allocation in that period, so has nothing to report. */
  readonly cells: readonly (AreaState | null)[];
}

export interface StreamMatrix {
  readonly streamCode: string;
  readonly streamName: string;
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
}

/** Per stream a row for every area and a column for every period, the first period first. */
export function statusMatrix(states: readonly AreaState[]): StreamMatrix[] {
  const streams = [...new Set(states.map(({ streamCode }) => streamCode))];
  return streams.map((streamCode) => {
    const own = states.filter((one) => one.streamCode === streamCode);
    const columns = unique(own, ({ windowId }) => windowId).sort((a, b) =>
      a.startsOn === b.startsOn ? a.windowCode.localeCompare(b.windowCode) : a.startsOn < b.startsOn ? -1 : 1,
    );
    const cells = new Map(own.map((one) => [`${one.areaId}/${one.windowId}`, one]));
    const rows = unique(own, ({ areaId }) => areaId).map(({ areaId, areaName, municipalityName }) => ({
      areaId,
      areaName,
      municipalityName,
      cells: columns.map(({ windowId }) => cells.get(`${areaId}/${windowId}`) ?? null),
    }));
    return { streamCode, streamName: own[0]?.streamName ?? streamCode, columns, rows };
  });
}

function unique<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  return [...new Map([...all].reverse().map((one) => [keyOf(one), one])).values()].reverse();
}
