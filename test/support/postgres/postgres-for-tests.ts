import { ensureSystem, SystemPartMissingError } from '../../../build/system/ensure-system.ts';
import { findPostgres } from '../../../build/system/find-postgres.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { startPostgres } from './start-postgres.ts';

export interface PostgresForTests {
  url: string;
  close(): Promise<void>;
}

/**
 * The server that `DATABASE_URL` names; without it one of Debian's own for this run, installed where this user may.
 *
 * @returns as an error why there is none, with what to install.
 */
export async function postgresForTests(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Result<PostgresForTests, string>> {
  const given = environment['DATABASE_URL'];
  if (given) return ok({ url: given, close: () => Promise.resolve() });
  try {
    ensureSystem(['postgres']);
    const programs = findPostgres(environment);
    return programs === null ? fail('PostgreSQL is not there') : ok(await startPostgres(programs));
  } catch (error) {
    if (error instanceof SystemPartMissingError) return fail(error.message);
    return fail(error instanceof Error ? error.message : String(error));
  }
}
