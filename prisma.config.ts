import { defineConfig } from "prisma/config";
export default defineConfig({ schema: "prisma/schema", migrations: { path: "prisma/migrations" }, datasource: { url: process.env.MIGRATE_DATABASE_URL ?? "postgresql://nobody@127.0.0.1:1/none" } });
