import { defineConfig } from 'vitest/config';

/** The window alone, on a fake bridge. */
const windows = 'test/unit/renderer/**/*window.test.ts';

/** What starts a PostgreSQL server. */
const ownServer = 'test/unit/support/postgres/start-postgres.test.ts';
/** The central server's, run on PGlite and on PostgreSQL. */
const server = 'test/unit/central-server/**/*.test.ts';
/** Of these the ones that only a server with several connections can fail. */
const concurrent = 'test/unit/central-server/{concurrency,districts,schemas}.test.ts';
/** And the ones that ask no database. */
const withoutDatabase = 'test/unit/central-server/{checked-papers,main,openapi,seed}.test.ts';

/** How long something on a screen is waited for, milliseconds: it is there at once, unless the machine is busy. */
const patientPolls = { poll: { timeout: 10_000 } };

/**
 * For files that start a central server on PGlite: to make its code fast takes two seconds of a processor, which the few
 * queries of a test never earn back.
 */
const quickWasm = ['--liftoff-only'];

/**
 * Run by `npm test`, which first sees to what the system lacks and builds the bundles that the e2e tests drive. The
 * projects run one after the other: windows and simulations would otherwise wait for each other's processor.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{unit,contract,migrations}/**/*.test.ts'],
          exclude: [windows, concurrent, ownServer],
          globalSetup: 'test/support/vault/bundle-worker-once.ts',
          // On PGlite, whatever the project below runs on.
          env: { DATABASE_URL: '' },
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // One for each of two processors; the runner's own choice leaves one of them idle.
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'postgres',
          include: [server, ownServer],
          exclude: [withoutDatabase],
          globalSetup: 'test/support/postgres/start-once.ts',
          runner: 'test/support/postgres/runner-on-postgres.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'window',
          expect: patientPolls,
          include: [windows],
          globalSetup: 'test/support/fake-bridge/build-once.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          // As with e2e below.
          retry: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'simulation',
          include: ['test/simulation/**/*.test.ts'],
          testTimeout: 300_000,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'e2e',
          expect: patientPolls,
          include: ['test/e2e/**/*.test.ts'],
          execArgv: quickWasm,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Two windows with their main processes at once were no quarter faster, and missed beats.
          fileParallelism: false,
          // To read in a central server, a driver of windows and the app takes 4 s a file. So what a file sets of the
          // environment it sets in a hook: without a test that runs, a hook does not either, and nothing is left behind.
          isolate: false,
          // A window on a busy machine may miss a beat once; a test that was tried again is named in the output.
          retry: 1,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
