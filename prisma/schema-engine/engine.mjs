// Loads the WebAssembly build of the engine, from the same commit as Prisma's command line.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";

const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));

export const engineVersion = () => JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version;

/** The engine reports a crash of its own here, by a name it looks up on the global object. */
const registry = {
  message: "",
  set_message(message) {
    this.message = `RuntimeError: ${message}`;
  },
};

export const crashMessage = () => registry.message;

export async function loadEngine(schemaFiles, adapter) {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = registry;
  const binary = readFileSync(join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(binary, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const datamodels =
    schemaFiles.length > 0 ? schemaFiles.map((file) => [file, readFileSync(file, "utf8")]) : undefined;
  const log = (line) => {
    if (process.env.DEBUG) process.stderr.write(`${line}\n`);
  };
  return glue.SchemaEngine.new({ datamodels }, log, adapter);
}
