import { inject, TestRunner } from 'vitest';

const noName = /(?!)/;

/** Runs files on the PostgreSQL server of this run. Where there is none, all their tests are skipped, and counted so. */
export default class RunnerOnPostgres extends TestRunner {
  onBeforeCollect(): void {
    const databaseUrl = inject('databaseUrl');
    if (databaseUrl === null) this.config.testNamePattern = noName;
    else process.env['DATABASE_URL'] = databaseUrl;
  }
}
