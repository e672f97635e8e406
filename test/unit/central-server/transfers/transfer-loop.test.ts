import { randomBytes } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { demoSeed, startCentralServer } from '../../../central-server/start.ts';
import { signedInDevice } from '../start-test-server.ts';

test('in the background an approval’s records move by themselves; what waits for tomorrow waits', async () => {
  const seed = await demoSeed({ today: new Date(), requests: 60, hasScans: false });
  const transfers = { everyMilliseconds: 20, delayMilliseconds: 0 };
  const server = await startCentralServer({
    ...{ seed, transfers, databaseUrl: process.env.DATABASE_URL, isTemporary: true },
    schema: `test_${randomBytes(6).toString('hex')}`,
  });
  try {
    const stateOf = async (id: string) => (await server.data.transfer(id))?.state;
    const later = seed.transfers.find(({ transfer }) => transfer.state === 'waiting')?.transfer;
    const request = (await server.data.requests('jaipur')).find(
      (each) => each.status === 'pending' && each.record !== null,
    );
    if (!request || !later) throw new Error('The seed has no pending request, or no transfer that waits');
    const device = await signedInDevice(server);
    await device.push([device.seal(device.content(request, 'approve'))]);
    await vi.waitFor(async () => expect(await stateOf(request.id)).toBe('completed'), 20_000);
    expect((await server.data.request(request.id))?.status).toBe('transferred');
    expect(await stateOf(later.requestId)).toBe('waiting');
  } finally {
    await server.close();
  }
}, 60_000);
