#!/bin/bash
# Run once by the PostgreSQL image in an empty volume: the two roles, the database, the extensions.
set -euo pipefail

psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname template1 \
  --file /etc/cpia/database.sql

psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set proprietario="$CPIA_PROPRIETARIO_PASSWORD" --set app="$CPIA_APP_PASSWORD" <<'SQL'
CREATE ROLE cpia_proprietario LOGIN NOBYPASSRLS PASSWORD :'proprietario';
CREATE ROLE cpia_app LOGIN NOBYPASSRLS PASSWORD :'app';
CREATE DATABASE cpia OWNER cpia_proprietario;
REVOKE ALL ON DATABASE cpia FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE cpia TO cpia_app;
ALTER DATABASE cpia SET timezone = 'UTC';
SQL
