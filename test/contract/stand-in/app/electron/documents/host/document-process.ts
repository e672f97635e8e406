/** The small app's utility process: sends back what it gets, ends when it is told to, or never answers again. */
const { parentPort } = process as { parentPort?: Electron.ParentPort };

parentPort?.on('message', (message) => {
  const data: unknown = message.data;
  if (data === 'exit') process.exit(7);
  if (data === 'abort') process.abort();
  while (data === 'hang');
  parentPort.postMessage({ data, argument: process.argv[2] });
});
