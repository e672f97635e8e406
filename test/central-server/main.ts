import { readOptions } from '../support/read-options.ts';

const usage = `The reference central server, with sample data.

npm run central                                   in memory; all is gone when it ends
npm run central -- --data FOLDER                  keeps its data there, for the next start too
npm run central -- --port N                       default 4870; 0 is any free one
npm run central -- courier --help                 files from and for sticks, without a network

With DATABASE_URL set it works on that PostgreSQL server, and --data keeps the scans.
Exit code 2: a word or a value that is not understood.`;

if (process.argv[2] === 'courier') {
  const { runCourier } = await import('./courier/run-courier.ts');
  process.exit(await runCourier(process.argv.slice(3)));
}

const read = readOptions(process.argv.slice(2), {
  options: { port: { type: 'string', default: '4870' }, data: { type: 'string' } },
  usage,
  helpCommand: 'npm run central -- --help',
});
if (typeof read === 'number') process.exit(read);
const { values } = read;
const port = Number(values.port);
if (values.port === '' || !Number.isInteger(port) || port < 0 || port > 65_535) {
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

// Loaded now only: a wrong word is answered at once.
const { startCentralServer } = await import('./start.ts');
const { demoOfficers } = await import('./seed/demo-master.ts');
const { startFault } = await import('./start-fault.ts');
const server = await startCentralServer({
  databaseUrl: process.env.DATABASE_URL,
  dataFolder: values.data,
  port,
  seed: 'demo',
  transfers: { everyMilliseconds: 2000, delayMilliseconds: 20_000 },
}).catch((error: unknown) => {
  const line = startFault(error);
  if (line === null) throw error;
  console.error(line);
  process.exit(2);
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
