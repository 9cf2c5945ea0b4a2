import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** The keys that this store knows. */
export const S3_KEYS = { accessKeyId: "OEFENSLEUTEL", secretAccessKey: "oefengeheim/met+tekens" };
const REGION = "us-east-1";

export interface FakeS3 {
  readonly port: number;
  readonly objects: Map<string, Buffer>;
  close(): Promise<void>;
}

const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
const hex = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest("hex");

/** Signature version 4 as AWS describes it, written apart from the library that signs: both have to agree. */
function isSigned(request: IncomingMessage): boolean {
  const said =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? "",
    );
  if (said === null) return false;
  const [, id = "", day = "", region = "", names = "", signature = ""] = said;
  const signed = names.split(";");
  const at = String(request.headers["x-amz-date"]);
  const fresh =
    Math.abs(
      Date.now() - Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z")),
    ) < 900_000;
  const needed = ["host", "x-amz-content-sha256", "x-amz-date"].every((name) => signed.includes(name));
  if (id !== S3_KEYS.accessKeyId || region !== REGION || !at.startsWith(day) || !fresh || !needed)
    return false;
  const canonical = [
    request.method,
    (request.url ?? "").split("?")[0],
    "",
    ...signed.map((name) => `${name}:${String(request.headers[name] ?? "").trim()}`),
    "",
    names,
    request.headers["x-amz-content-sha256"],
  ].join("\n");
  const text = ["AWS4-HMAC-SHA256", at, `${day}/${region}/s3/aws4_request`, hex(canonical)].join("\n");
  const key = [region, "s3", "aws4_request"].reduce(hmac, hmac(`AWS4${S3_KEYS.secretAccessKey}`, day));
  return timingSafeEqual(hmac(key, text), Buffer.from(signature, "hex"));
}

/** A store with one bucket, `bewijs`: PUT, GET and DELETE, each signed, and no body that is not the one signed for. */
export async function fakeS3(): Promise<FakeS3> {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    const end = (status: number, body?: Buffer | string) => response.writeHead(status).end(body);
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("error", () => undefined);
    request.on("end", () => {
      const body = Buffer.concat(pieces);
      const key = /^\/bewijs\/(.+)$/.exec(request.url ?? "")?.[1];
      if (!isSigned(request)) return end(403, "SignatureDoesNotMatch");
      if (key === undefined) return end(404, "NoSuchBucket");
      if (hex(body) !== request.headers["x-amz-content-sha256"]) return end(400, "XAmzContentSHA256Mismatch");
      if (request.method === "PUT") {
        if (request.headers["content-length"] === undefined) return end(411, "MissingContentLength");
        objects.set(key, body);
        return end(200);
      }
      if (request.method === "DELETE") return end(objects.delete(key) ? 204 : 404);
      const object = objects.get(key);
      return object === undefined ? end(404, "NoSuchKey") : end(200, object);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    objects,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
