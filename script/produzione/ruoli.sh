#!/bin/bash
# Run once by the PostgreSQL image in an empty volume: the roles, the database, the extensions.
set -euo pipefail

psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname template1 \
  --file /etc/cpia/database.sql

psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set proprietario="$CPIA_PROPRIETARIO_PASSWORD" --set app="$CPIA_APP_PASSWORD" \
  --set copia="$CPIA_COPIA_PASSWORD" <<'SQL'
CREATE ROLE cpia_proprietario LOGIN NOBYPASSRLS PASSWORD :'proprietario';
CREATE ROLE cpia_app LOGIN NOBYPASSRLS PASSWORD :'app';
-- Reads every row of every institute and writes none: for the copies.
CREATE ROLE cpia_copia LOGIN REPLICATION BYPASSRLS PASSWORD :'copia';
GRANT pg_read_all_data, pg_monitor TO cpia_copia;
CREATE DATABASE cpia OWNER cpia_proprietario;
REVOKE ALL ON DATABASE cpia FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE cpia TO cpia_app;
GRANT CONNECT ON DATABASE cpia TO cpia_copia;
ALTER DATABASE cpia SET timezone = 'UTC';
SQL

# «all» in pg_hba.conf does not mean those who copy the files.
echo "host replication cpia_copia all scram-sha-256" >> "$PGDATA/pg_hba.conf"
