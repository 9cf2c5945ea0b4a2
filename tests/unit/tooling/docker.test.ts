import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { WEB_HEAP } from "@/scripts/start/project";

interface Service {
  readonly image?: string;
  readonly build?: { readonly target: string };
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly restart: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
}

interface Compose {
  readonly services: Readonly<Record<"db" | "migrate" | "seed" | "app" | "worker", Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const compose = parse(readFileSync("docker-compose.yml", "utf8"), { merge: true }) as Compose;
const { db, app, migrate, seed, worker } = compose.services;
const dockerfile = readFileSync("Dockerfile", "utf8");
const stage = (name: string) =>
  dockerfile
    .split(/^(?=FROM )/m)
    .find((part) => part.startsWith("FROM ") && part.includes(` AS ${name}\n`)) ?? "";

describe("docker-compose.yml", () => {
  it("runs PostgreSQL 18 on a named volume, checked by address", () => {
    expect(db.image).toBe("postgres:18");
    expect(db.volumes).toContain("database:/var/lib/postgresql");
    expect(compose.volumes).toHaveProperty("database");
    expect(db.healthcheck?.test).toContain("--host=127.0.0.1");
  });

  it("migrates once, after the database is healthy and before the application starts", () => {
    expect(migrate.depends_on?.db?.condition).toBe("service_healthy");
    expect(migrate.restart).toBe("no");
    expect(app.depends_on?.migrate?.condition).toBe("service_completed_successfully");
  });

  it("gives the application its health check and keeps it on this machine", () => {
    expect(app.healthcheck?.test).toEqual(["CMD", "node", "healthy.ts"]);
    expect(app.ports).toEqual(["127.0.0.1:3000:3000"]);
  });

  it("hands the owner's password to the migrations alone, never to the application", () => {
    for (const service of [app, worker]) {
      expect(service.secrets).not.toContain("owner_password");
      expect(JSON.stringify(service.environment)).not.toContain("geldstroom_owner");
      expect(service.depends_on?.migrate?.condition).toBe("service_completed_successfully");
    }
    expect(migrate.secrets).toContain("owner_password");
  });

  it("holds no secret itself: all come from files, every one of them made by the script", () => {
    const made = readFileSync("scripts/container/make-secrets.mjs", "utf8");
    const used = new Set(Object.values(compose.services).flatMap(({ secrets }) => secrets));
    expect([...used].sort()).toEqual(Object.keys(compose.secrets).sort());
    for (const [name, { file }] of Object.entries(compose.secrets)) {
      expect(file).toBe(`./.data/container/${name}`);
      expect(made).toContain(`  ${name}: `);
    }
    for (const { environment } of Object.values(compose.services)) {
      const values = Object.entries(environment).filter(([name]) => /PASSWORD|SECRET|KEY/.test(name));
      expect(values.filter(([name]) => !name.endsWith("_FILE"))).toEqual([]);
    }
  });

  it("takes every right from our containers that they do not need", () => {
    for (const service of [app, migrate, seed]) {
      expect(service.read_only).toBe(true);
      expect(service.cap_drop).toEqual(["ALL"]);
    }
  });
});

describe("Dockerfile", () => {
  it.each([app, migrate, seed])("has the stage $build.target, on Node 24 and not as root", ({ build }) => {
    const text = stage(build?.target ?? "");
    expect(text).toMatch(/^FROM node:24-bookworm-slim /);
    expect(text).toContain("\nUSER node\n");
  });

  it("serves the standalone build and checks it", () => {
    expect(stage("application")).toContain("COPY --from=build /app/.next/standalone ./");
    expect(stage("application")).toContain(
      'HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 CMD ["node", "healthy.ts"]',
    );
    expect(readFileSync("next.config.js", "utf8")).toContain('output: "standalone"');
  });

  it("gives the server the heap that npm start gives it", () => {
    expect(stage("application")).toContain(WEB_HEAP.map((option) => `"${option}"`).join(", "));
  });

  it("copies only what is there", () => {
    const copies = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = ""]) =>
      sources.split(" "),
    );
    expect(copies.filter((path) => !existsSync(path))).toEqual([]);
  });

  it("sends no secrets or databases to the builder", () => {
    const ignored = readFileSync(".dockerignore", "utf8").split("\n");
    for (const name of [".data", ".env", ".git", "node_modules"]) expect(ignored).toContain(name);
  });
});

describe("scripts/container/secrets.ts", () => {
  it("reads secrets from files and puts passwords into addresses, special characters included", () => {
    const folder = mkdtempSync(join(tmpdir(), "geldstroom-secrets-"));
    const file = (name: string, content: string) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const env = {
      ...process.env,
      CONTEXT_KEY_FILE: file("key", "ab12\n"),
      DATABASE_URL: "postgresql://geldstroom_app@db:5432/geldstroom",
      DATABASE_PASSWORD_FILE: file("password", "a/b@c:d?\n"),
    };
    const program =
      "console.log(JSON.stringify([process.env.CONTEXT_KEY, new URL(process.env.DATABASE_URL).password]))";
    const said = execFileSync(
      process.execPath,
      ["--import", "./scripts/container/secrets.ts", "--eval", program],
      { env, encoding: "utf8" },
    );
    rmSync(folder, { recursive: true });
    expect(JSON.parse(said)).toEqual(["ab12", "a%2Fb%40c%3Ad%3F"]);
  });
});
