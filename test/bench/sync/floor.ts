import { openEncrypted } from '../../../electron/storage/sql-database.ts';
import { measured, publishRound, readTask, tell, type Measured } from './contestant.ts';
import { floorReceive } from './floor-receive.ts';
import { floorSend } from './floor-send.ts';
import { vaultKey } from './vaults.ts';

/** What no client of this protocol with this store can do without; see `sync.ts`. */
const task = readTask();
const database = openEncrypted(task.file, vaultKey, 'existing');
if (task.phase === 'send') {
  const floor = floorSend(database, task.url);
  const push = await measured(task.url, () => floor.send());
  if (floor.accepted() !== task.decisions) throw new Error(`${floor.accepted()} accepted`);
  tell({ push, receiptChecksMs: floor.checkReceipts(task.serverKey) });
} else {
  const floor = floorReceive(database, task.url);
  let makingMs = 0;
  const receive = async (expected: number) =>
    measured(task.url, async () => {
      const done = await floor.receive();
      if (done.received !== expected) throw new Error(`${done.received} received`);
      makingMs = done.makingMs;
    });
  const firstSync = await receive(task.requests);
  const firstMakingMs = makingMs;
  const changes: Measured[] = [];
  for (let round = 0; round < task.rounds; round += 1) {
    await publishRound(task.url);
    changes.push(await receive(task.changes));
  }
  tell({ firstSync, changes, firstMakingMs });
}
database.close();
process.disconnect();
