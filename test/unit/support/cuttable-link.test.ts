import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cuttableLink } from '../../support/link/cuttable-link.ts';

const server = createServer((_request, response) => response.end('here'));
let serverUrl = '';

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  serverUrl = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it('carries, is cut, and is restored at the same address', async () => {
  const link = await cuttableLink(serverUrl);
  expect(await (await fetch(link.url)).text()).toBe('here');
  await link.cut();
  await expect(fetch(link.url)).rejects.toThrow();
  await link.restore();
  expect(await (await fetch(link.url)).text()).toBe('here');
  await link.close();
});
