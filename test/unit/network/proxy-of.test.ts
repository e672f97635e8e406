import { expect, it } from 'vitest';
import { firstNetworkSettings } from '../../../electron/network/network-settings.ts';
import { isException } from '../../../electron/network/proxy-exceptions.ts';
import { proxyOf } from '../../../electron/network/proxy-of.ts';
import { systemProxyOf } from '../../../electron/network/system-proxy.ts';

const server = new URL('https://central.emitra.sample/base');
const direct = async () => 'DIRECT';

it.each([
  ['central.emitra.sample', true],
  ['.emitra.sample', true],
  ['*.emitra.sample', true],
  ['EMITRA.SAMPLE', true],
  ['emitra.sample:443', true],
  ['emitra.sample:8443', false],
  ['mitra.sample', false],
  ['other.sample', false],
  ['*', true],
])('takes the exception %s for the server: %s', async (exception, isDirect) => {
  expect(isException(exception)).toBe(true);
  const settings = {
    ...firstNetworkSettings,
    ...({ mode: 'manual', proxy: 'http://proxy:3128', exceptions: [exception] } as const),
  };
  expect((await proxyOf(server, settings, async () => null)) === null).toBe(isDirect);
});

it('never sends this machine to a proxy', async () => {
  const settings = { ...firstNetworkSettings, mode: 'manual', proxy: 'http://proxy:3128' } as const;
  for (const place of ['https://localhost:1', 'https://127.0.0.1', 'https://[::1]:2'])
    expect(await proxyOf(new URL(place), settings, async () => null)).toBeNull();
});

it('takes the variables of the environment first, with their account and exceptions', async () => {
  const https_proxy = 'http://namuna:p%40ss@proxy.sample:3128';
  expect(await systemProxyOf({ https_proxy }, direct)(server)).toEqual({
    address: 'http://proxy.sample:3128',
    name: 'proxy.sample:3128',
    account: { user: 'namuna', password: 'p@ss' },
  });
  const upper = { HTTP_PROXY: 'proxy.sample:8080' };
  expect((await systemProxyOf(upper, direct)(server))?.name).toBe('proxy.sample:8080');
  const exempt = { HTTPS_PROXY: https_proxy, NO_PROXY: 'localhost, .emitra.sample' };
  expect(await systemProxyOf(exempt, direct)(server)).toBeNull();
});

it.each([
  ['DIRECT', null],
  ['PROXY 10.0.0.1:3128; DIRECT', 'http://10.0.0.1:3128'],
  ['HTTPS proxy.sample:443', 'https://proxy.sample:443'],
  ['SOCKS5 10.0.0.1:1080; PROXY [2001:db8::1]:80', 'http://[2001:db8::1]:80'],
  ['SOCKS 10.0.0.1:1080', null],
  ['', null],
])('understands what the system says: %s', async (said, address) => {
  expect((await systemProxyOf({}, async () => said)(server))?.address ?? null).toBe(address);
});
