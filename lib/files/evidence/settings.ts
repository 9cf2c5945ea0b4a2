/** Where clamd listens: a socket of this machine, or an address. */
export type ScannerAddress = { readonly path: string } | { readonly host: string; readonly port: number };

type Environment = Readonly<Record<string, string | undefined>>;

/** Null when nobody set a scanner up. */
export function scannerAddress(environment: Environment = process.env): ScannerAddress | null {
  const { CLAMD_SOCKET: path, CLAMD_HOST: host, CLAMD_PORT: port } = environment;
  if (path) return { path };
  return host ? { host, port: Number.parseInt(port || "3310", 10) } : null;
}

export interface ObjectStore {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Null: documents stay in PostgreSQL. @throws when only a part of the settings is there */
export function objectStore(environment: Environment = process.env): ObjectStore | null {
  const { EVIDENCE_S3_ENDPOINT: endpoint, EVIDENCE_S3_BUCKET: bucket } = environment;
  const { EVIDENCE_S3_ACCESS_KEY_ID: accessKeyId, EVIDENCE_S3_SECRET_ACCESS_KEY: secretAccessKey } =
    environment;
  if (!endpoint && !bucket) return null;
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey)
    throw new Error(
      "An object store needs all of EVIDENCE_S3_ENDPOINT, EVIDENCE_S3_BUCKET, EVIDENCE_S3_ACCESS_KEY_ID and EVIDENCE_S3_SECRET_ACCESS_KEY.",
    );
  return {
    endpoint,
    bucket,
    region: environment.EVIDENCE_S3_REGION || "us-east-1",
    accessKeyId,
    secretAccessKey,
  };
}
