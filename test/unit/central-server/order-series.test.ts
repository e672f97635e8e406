import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrolAnswer } from '../../../shared/sync/protocol.ts';
import { seriesOfPlace } from '../../central-server/order-series.ts';
import type { CentralServer } from '../../central-server/start.ts';
import { TestDevice } from '../../central-server/test-device.ts';
import { startTestServer } from './start-test-server.ts';

let server: CentralServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

let codes = 0;

async function enrolled(officerId = 'officer-jaipur-1'): Promise<{ device: TestDevice; code: string }> {
  codes += 1;
  const code = `SERIES-${String(codes)}`;
  await server.data.issueActivationCode(officerId, code);
  return { device: await new TestDevice(server.url).enrol(code), code };
}

test('the series run from A to Z without X, then A1, and none comes twice', () => {
  const series = Array.from({ length: 60 }, (_, place) => seriesOfPlace(place));
  expect(series.slice(0, 3)).toEqual(['A', 'B', 'C']);
  expect(series.slice(22, 27)).toEqual(['W', 'Y', 'Z', 'A1', 'B1']);
  expect(series[50]).toBe('A2');
  expect(new Set(series).size).toBe(60);
  expect(series.filter((each) => each.startsWith('X'))).toEqual([]);
});

test('each device of a district gets its own, the same keys the same again, a revoked one’s is not reused', async () => {
  const [first, second] = [await enrolled(), await enrolled('officer-jaipur-2')];
  expect([first.device.enrolment.series, second.device.enrolment.series]).toEqual(['A', 'B']);
  const again = enrolAnswer.parse(await (await second.device.tryEnrol(second.code)).json());
  expect(again.series).toBe('B');
  await server.data.revokeDevice(second.device.enrolment.deviceId);
  expect((await enrolled()).device.enrolment.series).toBe('C');
  expect((await enrolled('officer-udaipur-1')).device.enrolment.series).toBe('A');
});

test('devices that enrol at the same moment get different ones', async () => {
  const devices = await Promise.all(Array.from({ length: 6 }, () => enrolled()));
  const series = devices.map(({ device }) => device.enrolment.series);
  expect(new Set(series).size).toBe(6);
});
