import { workerData } from 'node:worker_threads';

/** Short enough for a decoder that takes a gigabyte in a second; a look costs a tenth of a millisecond. */
const milliseconds = 100;
const limit = Number(workerData);

setInterval(() => {
  if (process.memoryUsage.rss() > limit) process.kill(process.pid, 'SIGKILL');
}, milliseconds);
