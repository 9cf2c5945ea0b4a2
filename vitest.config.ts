import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, ""), "server-only": `${root}tests/empty-module.ts` } },
  test: { include: ["tests/unit/**/*.test.ts"], exclude: ["tests/unit/messages.test.ts"] },
});
