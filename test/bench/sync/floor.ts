import { openEncrypted } from '../../../electron/storage/sql-database.ts';
import { measured, readTask, tell, type Measured } from './contestant.ts';
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
  const receive = async (path: '/bench/first' | '/bench/publish', expected: number) => {
    const entries = await floor.prepared(path);
    return measured(task.url, async () => {
      const received = await floor.receive(entries);
      if (received !== expected) throw new Error(`${received} received`);
    });
  };
  const firstSync = await receive('/bench/first', task.requests);
  const changes: Measured[] = [];
  for (let round = 0; round < task.rounds; round += 1) {
    changes.push(await receive('/bench/publish', task.changes));
  }
  tell({ firstSync, changes });
}
database.close();
process.disconnect();
