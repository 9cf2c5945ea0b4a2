/**
 * The tables of graphile-worker, in a schema of their own: made by the owner in `npm run db:deploy`. The application's
 * role gets what adding and running jobs takes, and cannot change the schema.
 */
import { Logger, runMigrations } from "graphile-worker";
import type pg from "pg";

const QUIET = new Logger(() => () => {});

const GRANTS = `
  GRANT USAGE ON SCHEMA graphile_worker TO geldstroom_app;
  GRANT SELECT ON graphile_worker.migrations TO geldstroom_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON graphile_worker._private_jobs, graphile_worker._private_job_queues,
    graphile_worker._private_tasks, graphile_worker._private_known_crontabs TO geldstroom_app;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO geldstroom_app;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO geldstroom_app;
  DO $$
  DECLARE t text;
  BEGIN
    FOREACH t IN ARRAY ARRAY['_private_jobs', '_private_job_queues', '_private_tasks', '_private_known_crontabs'] LOOP
      EXECUTE format('DROP POLICY IF EXISTS application_runs ON graphile_worker.%I', t);
      EXECUTE format('CREATE POLICY application_runs ON graphile_worker.%I FOR ALL TO geldstroom_app USING (true) WITH CHECK (true)', t);
    END LOOP;
  END $$`;

export async function prepareJobs(ownerUrl: string, client: pg.Client): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: QUIET });
  await client.query(GRANTS);
}
