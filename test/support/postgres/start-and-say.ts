import { postgresForTests } from './postgres-for-tests.ts';

/** Starts a server, says where it is and who keeps it, and waits: a run that can be killed in a test. */
const postgres = await postgresForTests({ ...process.env, DATABASE_URL: '' });
if (!postgres.ok) throw new Error(postgres.error);
console.log(postgres.value.url);
process.stdin.resume();
process.stdin.once('end', () => void postgres.value.close());
