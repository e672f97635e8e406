import { buildHarness, serveHarness } from './harness.ts';

/** `node test/support/fake-bridge/serve.ts [port]`: the window alone, in any browser, on sample data. */
await buildHarness();
const { url } = await serveHarness(Number(process.argv[2] ?? '5199'));
console.log(`${url}?rows=300&outbox=1&language=hi`);
