import { randomBytes } from 'node:crypto';
import { serverError } from '../../../shared/sync/protocol.ts';
import { demoSeed, startCentralServer, type CentralServer } from '../../central-server/start.ts';
import { TestDevice } from '../../central-server/test-device.ts';

/** Without scans: rendering is tested by itself. On PostgreSQL when `DATABASE_URL` names one, else on PGlite. */
export async function startTestServer(now?: () => Date): Promise<CentralServer> {
  const seed = await demoSeed({ today: now?.() ?? new Date(), requests: 120, hasScans: false });
  return startCentralServer({
    seed,
    now,
    databaseUrl: process.env.DATABASE_URL,
    schema: `test_${randomBytes(6).toString('hex')}`,
    isTemporary: true,
  });
}

let codes = 0;

/** A new officer's PC each time, so that no test sees another one's chain. */
export async function signedInDevice(
  server: CentralServer,
  officerId = 'officer-jaipur-1',
): Promise<TestDevice> {
  codes += 1;
  const code = `TEST-${String(codes)}-${randomBytes(4).toString('hex')}`;
  await server.data.issueActivationCode(officerId, code);
  const device = await new TestDevice(server.url).enrol(code);
  return device.signIn();
}

export async function errorKind(answer: Response): Promise<string> {
  return serverError.parse(await answer.json()).error.kind;
}
