import { instantOf } from '../../../shared/domain/india-date.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import type { CourierReading } from '../../../shared/ipc/views/courier.ts';
import { ok } from '../../../shared/result.ts';
import { tellSync, type FakeDesk } from './fake-handlers.ts';

type Channels = 'courier.state' | 'courier.write' | 'courier.read';

/** A stick on which everything goes well; tests plan the failures. The second file that is read is the first again. */
export function fakeCourier(desk: FakeDesk): Pick<Handlers, Channels> {
  let writtenAt: string | null = null;
  let readAt: string | null = null;
  let outSequence = 4;
  const decisionsOf = (...states: string[]) =>
    [...desk.vault.decisions.values()].filter(({ state }) => states.includes(state));
  const unsent = () => decisionsOf('sealed', 'sent');
  return {
    'courier.state': async () =>
      ok({
        decisions: unsent().length,
        acts: desk.transfers.unsentActs(),
        undoable: decisionsOf('recorded').length,
        scansMissing: 12,
        chainDoubt: desk.sync.chainDoubt,
        ...{ writtenAt, readAt },
      }),
    'courier.write': async () => {
      outSequence += 1;
      writtenAt = instantOf(desk.now());
      desk.emit('courier', { step: 'writing', done: 0, total: null });
      const decisions = unsent();
      for (const item of decisions) desk.vault.decisions.set(item.decisionId, { ...item, state: 'sent' });
      tellSync(desk);
      const savedAs = `desk-jaipur-A-2026-11-23-${outSequence}.courier`;
      return ok({ savedAs, sequence: outSequence, decisions: decisions.length, acts: 0, bytes: 48_213 });
    },
    'courier.read': async () => {
      const wasRead = readAt !== null;
      readAt = instantOf(desk.now());
      desk.emit('courier', { step: 'scans', done: 9, total: 26 });
      const accepted = wasRead ? 0 : unsent().length;
      const reading: CourierReading = {
        fileName: 'central-jaipur-A-2026-11-23-3.courier',
        sequence: 3,
        madeAt: instantOf(desk.now() - 3_600_000),
        wasRead,
        chain: desk.sync.chainDoubt ? 'rejoined' : 'sure',
        ...{ accepted, conflicted: wasRead ? 0 : 1, refused: 0, unanswered: 0, actsAnswered: 0 },
        ...{
          newRequests: wasRead ? 0 : 14,
          changes: 31,
          scans: wasRead ? 0 : 26,
          scansRefused: 0,
          remaining: 0,
        },
      };
      return ok(reading);
    },
  };
}
