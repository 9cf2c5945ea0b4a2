-- The roles of Geldstroom and what each may do with this database as a whole. Safe to run again.
-- Run it as a superuser, in the (empty) database that Geldstroom will use:
--   createdb geldstroom --template template0 --encoding UTF8 --locale-provider builtin --builtin-locale C.UTF-8 --locale C
--   psql -d geldstroom -v owner_password=... -v app_password=... -v verifier_password=... -f prisma/roles.sql
-- geldstroom_owner     owns the tables; only migrations and seeding sign in as this role (MIGRATE_DATABASE_URL)
-- geldstroom_app       the application (DATABASE_URL): owns nothing and cannot pass row-level security
-- geldstroom_verifier  reads the ledger to check it, and nothing else
-- geldstroom_ledger    nobody signs in as this role: ledger.append and its triggers run as it, and see the whole journal

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['geldstroom_owner', 'geldstroom_app', 'geldstroom_verifier', 'geldstroom_ledger'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I', name);
    END IF;
  END LOOP;
END $$;

ALTER ROLE geldstroom_owner WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION PASSWORD :'owner_password';
ALTER ROLE geldstroom_app WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION PASSWORD :'app_password';
ALTER ROLE geldstroom_verifier WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION PASSWORD :'verifier_password';
ALTER ROLE geldstroom_ledger WITH NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION;
-- A migration gives it its functions; the owner gets nothing from it, so that row-level security keeps binding the owner.
GRANT geldstroom_ledger TO geldstroom_owner WITH ADMIN FALSE, INHERIT FALSE, SET TRUE;

DO $$
BEGIN
  EXECUTE format('ALTER DATABASE %I OWNER TO geldstroom_owner', current_database());
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO geldstroom_app, geldstroom_verifier', current_database());
END $$;

-- A verifier that only ever reads, also when a later grant should be too wide.
ALTER ROLE geldstroom_verifier SET default_transaction_read_only = on;
