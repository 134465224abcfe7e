export { downloadPostgres, postgresVersions } from './download-postgres.ts';
export { type PgBouncer, startPgBouncer } from './start-pgbouncer.ts';
export { type Postgres, type PostgresServerOptions, startPostgres } from './start-postgres.ts';
