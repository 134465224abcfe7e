export { type PgBouncer, startPgBouncer } from './start-pgbouncer.ts';
export { type Postgres, startPostgres } from './start-postgres.ts';
