import { postgresForTests } from '../../support/postgres/postgres-for-tests.ts';
import type { DrillOptions } from '../drill.ts';
import { districts, type DistrictsAccount } from './districts.ts';

/** @throws with what to install, where no PostgreSQL can be had. */
export async function districtsOnPostgres(
  options: DrillOptions,
  say: (line: string) => void,
): Promise<DistrictsAccount> {
  const postgres = await postgresForTests();
  if (!postgres.ok) throw new Error(postgres.error);
  try {
    return await districts({ ...options, databaseUrl: postgres.value.url }, say);
  } finally {
    await postgres.value.close();
  }
}

export function holdsForDistricts({ skipped, foreign, older }: DistrictsAccount): boolean {
  return skipped === 0 && foreign === 0 && older === 0;
}
