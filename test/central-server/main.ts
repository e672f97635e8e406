import { parseArgs } from 'node:util';
import { runCourier } from './courier/run-courier.ts';
import { demoOfficers } from './seed/demo-master.ts';
import { startCentralServer } from './start.ts';

if (process.argv[2] === 'courier') process.exit(await runCourier(process.argv.slice(3)));

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4870' }, data: { type: 'string' } },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port must be a number from 0 to 65535, not "${values.port}"`);
  process.exit(2);
}
// The database would outlive scans in a temporary folder, and the next start would have none of them.
if (process.env.DATABASE_URL && values.data === undefined) {
  console.error(
    'With DATABASE_URL a folder for the scans is needed: --data FOLDER, the same one at each start',
  );
  process.exit(2);
}

const server = await startCentralServer({
  databaseUrl: process.env.DATABASE_URL,
  dataFolder: values.data,
  port,
  seed: 'demo',
  transfers: { everyMilliseconds: 2000, delayMilliseconds: 20_000 },
});
console.log(`Central server (reference, sample data): ${server.url}`);
console.log('Activation codes; each enrols one device:');
for (const { code, officerId } of server.activationCodes) {
  const officer = demoOfficers.find((each) => each.id === officerId);
  console.log(`  ${code}  ${officer?.name.en ?? officerId}, ${officer?.districtId ?? ''}`);
}
console.log('Ctrl-C ends it.');

let isEnding = false;
async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await server.close();
}
process.on('SIGINT', () => void end());
process.on('SIGTERM', () => void end());
