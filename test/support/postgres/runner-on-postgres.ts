import { inject, TestRunner, type RunnerTask, type RunnerTestFile } from 'vitest';

/** Runs files on the PostgreSQL server of this run. Where there is none, all their tests are skipped. */
export default class RunnerOnPostgres extends TestRunner {
  onBeforeCollect(): void {
    const databaseUrl = inject('databaseUrl');
    if (databaseUrl !== null) process.env['DATABASE_URL'] = databaseUrl;
  }

  onCollected(files: RunnerTestFile[]): void {
    if (inject('databaseUrl') === null) files.forEach(skip);
  }
}

function skip(task: RunnerTask): void {
  task.mode = 'skip';
  if (task.type === 'suite') task.tasks.forEach(skip);
}
