import type { Handlers } from '../../../shared/ipc/derive.ts';
import { fail } from '../../../shared/result.ts';
import type { FakeDesk } from './fake-handlers.ts';

const notYet = async () => fail({ kind: 'internal', reference: 'provisional' } as const);

type Channels =
  'master.addLocal' | 'master.removeLocal' | 'day.summary' | 'notice.seen' | 'report.read' | 'report.save';

export function fakeDay(_desk: FakeDesk): Pick<Handlers, Channels> {
  return {
    'master.addLocal': notYet,
    'master.removeLocal': notYet,
    'day.summary': notYet,
    'notice.seen': notYet,
    'report.read': notYet,
    'report.save': notYet,
  };
}
