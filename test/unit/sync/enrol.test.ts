import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolAt } from '../../../electron/sync/enrol.ts';
import type { EnrolRequest } from '../../../shared/sync/protocol.ts';
import { startCentralServer, type CentralServer } from '../../central-server/start.ts';
import { sampleOffice } from '../../support/sync/sample-office.ts';
import { answerHtml, answerJson, deadAddress, hostileServer } from './hostile-server.ts';

let central: CentralServer;
beforeAll(async () => {
  central = await startCentralServer({ seed: 'none' });
  await central.data.putDistrict(sampleOffice.district);
  await central.data.putOfficer(sampleOffice.officer, 'CODE-0001');
}, 120_000);
afterAll(() => central.close());

function publicKey(type: 'ed25519' | 'x25519'): string {
  const options = { publicKeyEncoding: { type: 'spki', format: 'der' } } as const;
  const pair = type === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519');
  return pair.publicKey.export(options.publicKeyEncoding).toString('base64');
}

function requestWith(activationCode: string): EnrolRequest {
  return {
    activationCode,
    officerSigningKey: publicKey('ed25519'),
    officerSealingKey: publicKey('x25519'),
    deviceSigningKey: publicKey('ed25519'),
    deviceName: 'Sample PC',
  };
}

describe('enrolment', () => {
  it('binds once; the lost answer is given again, another PC is refused', async () => {
    const request = requestWith('CODE-0001');
    const first = await enrolAt(`${central.url}/`, request);
    expect(first).toMatchObject({ ok: true, value: { district: { id: sampleOffice.district.id } } });
    const again = await enrolAt(central.url, request);
    expect(again).toMatchObject({ ok: true, value: { deviceId: first.ok ? first.value.deviceId : '' } });
    expect(await enrolAt(central.url, requestWith('CODE-0001'))).toEqual({
      ok: false,
      error: { kind: 'activation-code-used' },
    });
  });

  it('names a wrong code', async () => {
    expect(await enrolAt(central.url, requestWith('CODE-9999'))).toEqual({
      ok: false,
      error: { kind: 'activation-code-wrong' },
    });
  });

  it('names a server that is not there', async () => {
    expect(await enrolAt(await deadAddress(), requestWith('CODE'))).toEqual({
      ok: false,
      error: { kind: 'server-unreachable' },
    });
  });

  it('names a page that is no central server, and shows it no code', async () => {
    const portal = await hostileServer((_request, response) => answerHtml(response));
    const answer = await enrolAt(portal.url, requestWith('CODE'));
    expect(answer).toMatchObject({ ok: false, error: { kind: 'server-nonsense' } });
    expect(portal.asked).toEqual(['/v1/health']);
    const other = await hostileServer((_request, response) => answerJson(response, { service: 'another' }));
    expect(await enrolAt(other.url, requestWith('CODE'))).toMatchObject({
      error: { kind: 'server-nonsense' },
    });
    expect(other.asked).toEqual(['/v1/health']);
  });

  it.each([
    ['a key that is none', { serverKey: 'AAAA' }, 'serverKey'],
    ['a key of another kind', { serverKey: publicKey('x25519') }, 'serverKey'],
    ['an officer of another district', { district: { ...sampleOffice.district, id: 'udaipur' } }, 'district'],
  ])('pins nothing when the answer has %s', async (_what, wrong, detail) => {
    const serverTime = '2026-11-20T10:00:00.000Z';
    const { officer, district } = sampleOffice;
    const good = { officer, district, deviceId: 'device-1', serverKey: publicKey('ed25519'), serverTime };
    let given: object = good;
    const server = await hostileServer((request, response) => {
      if (request.url === '/v1/enrol') answerJson(response, given);
      else answerJson(response, { service: 'migration-desk-central', protocol: 1, serverTime });
    });
    expect(await enrolAt(server.url, requestWith('CODE'))).toMatchObject({ ok: true });
    given = { ...good, ...wrong };
    expect(await enrolAt(server.url, requestWith('CODE'))).toEqual({
      ok: false,
      error: { kind: 'server-nonsense', detail },
    });
  });

  it('refuses an address over which all would travel readable', async () => {
    expect(await enrolAt('http://central.example', requestWith('CODE'))).toEqual({
      ok: false,
      error: { kind: 'invalid-input', path: 'serverUrl' },
    });
  });
});
