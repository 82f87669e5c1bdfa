-- What a superuser does once in template1, so that every database made later has it. Everything
-- else (tables, policies, rights of the application's role) is in the migrations.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;
