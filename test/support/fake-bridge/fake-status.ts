import type { Handlers } from '../../../shared/ipc/derive.ts';
import { fail, ok } from '../../../shared/result.ts';
import { searchArchive } from './fake-archive.ts';
import type { FakeDesk } from './fake-handlers.ts';
import { makePaper } from './fake-papers.ts';

type Channels =
  | 'archive.search'
  | 'transfer.list'
  | 'transfer.open'
  | 'transfer.acknowledge'
  | 'transfer.followUpDone'
  | 'paper.make'
  | 'paper.print'
  | 'paper.save';

export function fakeStatus({ vault, transfers, now, emit }: FakeDesk): Pick<Handlers, Channels> {
  const acted = () => {
    emit('feed', { rows: [], removed: [], masterChanged: false, transfersChanged: true });
  };
  return {
    'archive.search': async ({ text, limit }) => ok(searchArchive(vault.requests.values(), text, limit)),
    'transfer.list': async () => ok(transfers.rows()),
    'transfer.open': async ({ requestId }) => {
      const view = transfers.view(requestId);
      return view ? ok(view) : fail({ kind: 'not-found' });
    },
    'transfer.acknowledge': async ({ requestId, lines, reason }) => {
      if (reason.trim() === '') return fail({ kind: 'reason-missing' });
      const view = transfers.act(requestId, { kind: 'acknowledge', lines, reason: reason.trim() }, now());
      if (!view) return fail({ kind: 'not-found' });
      acted();
      return ok(view);
    },
    'transfer.followUpDone': async ({ requestId, followUp, note }) => {
      const view = transfers.act(requestId, { kind: 'follow-up-done', followUp, note }, now());
      if (!view) return fail({ kind: 'not-found' });
      acted();
      return ok(view);
    },
    'paper.make': async ({ paper, language }) => makePaper(vault, paper, language),
    'paper.print': async () => ok({ printed: true }),
    'paper.save': async () => ok({ savedAs: 'namuna.pdf' }),
  };
}
