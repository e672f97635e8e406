import type { Handlers } from '../../../shared/ipc/derive.ts';
import { fail } from '../../../shared/result.ts';
import type { FakeDesk } from './fake-handlers.ts';

const notYet = async () => fail({ kind: 'internal', reference: 'provisional' } as const);

type Channels =
  | 'archive.search'
  | 'transfer.list'
  | 'transfer.open'
  | 'transfer.acknowledge'
  | 'transfer.followUpDone'
  | 'paper.make'
  | 'paper.print'
  | 'paper.save';

export function fakeStatus(_desk: FakeDesk): Pick<Handlers, Channels> {
  return {
    'archive.search': notYet,
    'transfer.list': notYet,
    'transfer.open': notYet,
    'transfer.acknowledge': notYet,
    'transfer.followUpDone': notYet,
    'paper.make': notYet,
    'paper.print': notYet,
    'paper.save': notYet,
  };
}
