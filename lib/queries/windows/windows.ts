import "server-only";
import { inContext } from "@/lib/db/transaction";
import { readAreaStates } from "@/lib/db/windows/area-states";
import { readFeeds } from "@/lib/db/windows/calendar-feed";
import { type ExceptionPlace, readExceptionPlaces, readExceptions } from "@/lib/db/windows/exceptions";
import { readOwnTranches, readWindowChanges, readWindows } from "@/lib/db/windows/read-windows";
import { readWindowOpen } from "@/lib/db/windows/window-open";
import type { Grant, Permission } from "@/lib/domain/access";
import { NotFound } from "@/lib/domain/refusal";
import { type StreamMatrix, statusMatrix } from "@/lib/domain/windows/status-matrix";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const listWindows = ({ actor }: Grant<"report:read">, programmeId: string) =>
  inContext(actor, (tx) => readWindows(tx, programmeId));

/** Tranches in which this officer opens windows. */
export const listOwnTranches = ({ actor }: Grant<"window:manage">, programmeId: string) =>
  inContext(actor, (tx) => readOwnTranches(tx, programmeId));

/** A window with its history and its exceptions. @throws NotFound */
export function findWindow({ actor }: Grant<"report:read">, programmeId: string, id: string) {
  if (!UUID.test(id)) throw new NotFound(id);
  return inContext(actor, async (tx) => {
    const [window] = await readWindows(tx, programmeId, id);
    if (window === undefined) throw new NotFound(id);
    const changes = await readWindowChanges(tx, id);
    return { window, changes, exceptions: await readExceptions(tx, { programmeId, windowId: id }) };
  });
}

/** For whom this person can ask an exception in a window. */
export const listExceptionPlaces = (
  { actor }: Grant<"exception:request">,
  windowId: string,
): Promise<ExceptionPlace[]> => inContext(actor, (tx) => readExceptionPlaces(tx, windowId));

export const listExceptions = ({ actor }: Grant<"report:read">, programmeId: string) =>
  inContext(actor, (tx) => readExceptions(tx, { programmeId }));

export async function findMatrix(
  { actor }: Grant<"report:read">,
  programmeId: string,
  today: string,
): Promise<StreamMatrix[]> {
  return statusMatrix(await inContext(actor, (tx) => readAreaStates(tx, programmeId, today)));
}

/** Whether a municipality can still write in a report's window, and when that ends. */
export const findWindowOpen = (
  { actor }: Grant<Permission>,
  report: { readonly id: string; readonly windowId: string; readonly municipalityId: string },
) =>
  inContext(actor, (tx) =>
    readWindowOpen(tx, {
      windowId: report.windowId,
      municipalityId: report.municipalityId,
      reportId: report.id,
    }),
  );

export const listFeeds = ({ actor }: Grant<"report:read">, programmeId: string) =>
  inContext(actor, (tx) => readFeeds(tx, programmeId, actor.personId ?? ""));
