#!/bin/bash
# Run once by the postgres image, in the new database: the roles of prisma/roles.sql with the passwords from secrets.
set -euo pipefail
secret() { cat "/run/secrets/$1"; }
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set owner_password="$(secret owner_password)" \
  --set app_password="$(secret app_password)" \
  --set verifier_password="$(secret verifier_password)" \
  --file /geldstroom/roles.sql
