/**
 * Which folder may know which: the table of CONTRIBUTING, in the form the tests read. A folder may always import from
 * itself. `packages` are npm packages and Node's own modules ("node:*" stands for all of those).
 */
export interface Layer {
  readonly folder: string;
  readonly mayImport: readonly string[];
  readonly packages: readonly string[];
  /** Runs on the server only: no browser bundle may hold it. */
  readonly server?: true;
}

export const LAYERS: readonly Layer[] = [
  { folder: "lib/domain", mayImport: [], packages: [] },
  { folder: "lib/views", mayImport: ["lib/domain"], packages: [] },
  { folder: "lib/input", mayImport: ["lib/domain", "lib/views"], packages: ["zod"] },
  {
    folder: "components",
    mayImport: ["lib/domain", "lib/views", "lib/input"],
    packages: [
      "react",
      "react-dom",
      "next",
      "next-intl",
      "recharts",
      "d3-geo",
      "d3-sankey",
      "geojson",
      "topojson-client",
      "topojson-specification",
      "world-atlas",
    ],
  },
  {
    folder: "lib/files",
    mayImport: ["lib/domain"],
    packages: [
      "@fastify/busboy",
      "aws4fetch",
      "csv-parse",
      "csv-stringify",
      "file-type",
      "hucre",
      "ics",
      "pdfkit",
      "saxes",
      "server-only",
      "node:*",
    ],
    server: true,
  },
  {
    folder: "lib/db",
    mayImport: ["lib/domain"],
    packages: ["@prisma/*", "pg", "pg-copy-streams", "rate-limiter-flexible", "server-only", "node:*"],
    server: true,
  },
  {
    folder: "lib/auth",
    mayImport: ["lib/domain", "lib/db"],
    packages: ["next", "next-auth", "react", "@node-rs/argon2", "otplib", "server-only", "node:*"],
    server: true,
  },
  {
    folder: "lib/commands",
    mayImport: ["lib/domain", "lib/views", "lib/input", "lib/files", "lib/db"],
    packages: ["server-only", "node:*"],
    server: true,
  },
  {
    folder: "lib/queries",
    mayImport: ["lib/domain", "lib/views", "lib/input", "lib/db"],
    packages: ["server-only", "node:*"],
    server: true,
  },
  // What leaves as a file: tables with what they are, in the reader's language; made in a page, by the worker or a command.
  {
    folder: "lib/exports",
    mayImport: ["lib/domain", "lib/views", "lib/input", "lib/files", "lib/queries", "i18n"],
    packages: ["zod", "node:*"],
    server: true,
  },
  // Reminders: the worker and the mail server. Runs beside the application, never in a page of it.
  {
    folder: "lib/mail",
    mayImport: ["lib/domain", "lib/views", "lib/db"],
    packages: ["graphile-worker", "nodemailer", "node:*"],
    server: true,
  },
  { folder: "i18n", mayImport: ["lib/views", "messages"], packages: ["next", "next-intl", "use-intl"] },
  {
    folder: "app",
    mayImport: [
      "components",
      "i18n",
      "lib/domain",
      "lib/views",
      "lib/input",
      "lib/files",
      "lib/auth",
      "lib/commands",
      "lib/queries",
      "lib/exports",
    ],
    packages: ["next", "next-auth", "next-intl", "pino", "react", "server-only", "zod", "node:*"],
  },
  // The commands of the launcher and the data they load; nothing of the application's screens.
  {
    folder: "scripts",
    mayImport: [
      "lib/mail",
      "lib/domain",
      "lib/views",
      "lib/input",
      "lib/files",
      "lib/db",
      "lib/auth",
      "lib/commands",
      "lib/queries",
      "lib/exports",
      "prisma",
    ],
    packages: ["*"],
    server: true,
  },
  // What checks an export without this site: bundled into one file each for Node and for a browser.
  { folder: "verifier", mayImport: ["lib/domain"], packages: ["node:*", "@noble/hashes", "fflate"] },
  {
    folder: "prisma",
    mayImport: ["lib/domain", "lib/views", "lib/input", "lib/files", "lib/db", "lib/commands", "lib/queries"],
    packages: ["*"],
    server: true,
  },
];

/** Whose rows nobody in particular asks for: sign-in, jobs and loading data. */
export const MAY_ACT_AS_SYSTEM = ["lib/db", "lib/auth", "scripts", "prisma"];
