import type { Tx } from "../transaction";

/** Whether an auditor asks for evidence of this line now. */
export async function evidenceAsked(
  tx: Tx,
  reportId: string,
  { areaId, themeId }: { readonly areaId: string; readonly themeId: string },
): Promise<boolean> {
  const open = await tx.evidenceRequest.count({ where: { reportId, areaId, themeId, end: null } });
  return open > 0;
}
