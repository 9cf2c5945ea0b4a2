import { type ClientRequest, type IncomingMessage, request as plain } from "node:http";
import { request as secure } from "node:https";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AwsV4Signer } from "aws4fetch";
import type { ObjectStore } from "./settings";

/** The store did not do what was asked: away, or it refused. */
export class StoreAway extends Error {
  override readonly name = "StoreAway";
}

const TIMEOUT_MS = 30_000;
const NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

interface ObjectContent {
  readonly pieces: AsyncIterable<Uint8Array>;
  readonly byteSize: number;
  readonly sha256: string;
}

/**
 * Puts a document into the bucket. Size and hash are known beforehand and signed, so the store refuses other bytes, and
 * they go through as a stream.
 * @throws StoreAway
 */
export async function putObject(store: ObjectStore, key: string, content: ObjectContent): Promise<void> {
  const answer = await send(store, "PUT", key, content.sha256, content);
  answer.resume();
  if (answer.statusCode !== 200) throw new StoreAway(`PUT ${answer.statusCode}`);
}

/** @throws StoreAway */
export async function getObject(store: ObjectStore, key: string): Promise<AsyncIterable<Uint8Array>> {
  const answer = await send(store, "GET", key, NOTHING);
  if (answer.statusCode === 200) return answer;
  answer.resume();
  throw new StoreAway(`GET ${answer.statusCode}`);
}

/** For what was put there while its document was refused in the end. @throws StoreAway */
export async function removeObject(store: ObjectStore, key: string): Promise<void> {
  const answer = await send(store, "DELETE", key, NOTHING);
  answer.resume();
  if (answer.statusCode !== 204 && answer.statusCode !== 404)
    throw new StoreAway(`DELETE ${answer.statusCode}`);
}

async function send(
  { endpoint, bucket, region, accessKeyId, secretAccessKey }: ObjectStore,
  method: "PUT" | "GET" | "DELETE",
  key: string,
  hash: string,
  content?: ObjectContent,
): Promise<IncomingMessage> {
  const url = `${endpoint.replace(/\/+$/, "")}/${bucket}/${key}`;
  const headers = { "x-amz-content-sha256": hash };
  const signer = new AwsV4Signer({
    method,
    url,
    headers,
    region,
    accessKeyId,
    secretAccessKey,
    service: "s3",
  });
  const signed = await signer.sign();
  const request = (signed.url.protocol === "https:" ? secure : plain)(signed.url, {
    method,
    headers: {
      ...Object.fromEntries(signed.headers),
      ...(content ? { "content-length": content.byteSize, "content-type": "application/octet-stream" } : {}),
    },
    timeout: TIMEOUT_MS,
  });
  const answered = answerOf(request);
  // Awaited below: until then a refusal must not end the process.
  answered.catch(() => undefined);
  if (content === undefined) request.end();
  else await pipeline(Readable.from(content.pieces), request).catch(() => undefined);
  return answered;
}

const answerOf = (request: ClientRequest): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request.on("response", resolve);
    request.on("timeout", () => request.destroy(new Error("timeout")));
    request.on("error", (error) => reject(new StoreAway(error.message)));
  });
