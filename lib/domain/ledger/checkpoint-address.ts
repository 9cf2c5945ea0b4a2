import { checkpointFileName } from "./checkpoint";

/** What /controlepunten gives as files: checkpoints as they lie outside the database, and the keys that check them. */
export type PublishedFile =
  | { readonly is: "checkpoint"; readonly programme: string; readonly size: bigint }
  | { readonly is: "key"; readonly id: string };

/** Null for a name that no such file has. */
export function readPublishedName(name: string): PublishedFile | null {
  const [, id] = /^([0-9a-f]{32})\.pub\.pem$/.exec(name) ?? [];
  if (id !== undefined) return { is: "key", id };
  const [, programme, size] = /^([a-z0-9][a-z0-9-]{0,59})-(\d{12,18})\.json$/.exec(name) ?? [];
  if (programme === undefined || size === undefined) return null;
  const found = { is: "checkpoint", programme, size: BigInt(size) } as const;
  return checkpointFileName(programme, found.size) === name ? found : null;
}

export const checkpointAddress = (programme: string, size: bigint): string =>
  `/controlepunten/${checkpointFileName(programme, size)}`;
export const keyAddress = (id: string): string => `/controlepunten/${id}.pub.pem`;
