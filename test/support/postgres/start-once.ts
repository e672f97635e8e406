import type { TestProject } from 'vitest/node';
import { postgresForTests } from './postgres-for-tests.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL server of this run; null where none can be had. */
    databaseUrl: string | null;
  }
}

/** Before the first test that wants PostgreSQL, and only when there is one; ends the server after the last. */
export default async function startOnce(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await postgresForTests();
  project.provide('databaseUrl', postgres.ok ? postgres.value.url : null);
  if (postgres.ok) return () => postgres.value.close();
  console.warn(`Skipped: the central server's tests on PostgreSQL. ${postgres.error}`);
  return () => Promise.resolve();
}
