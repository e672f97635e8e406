import type { Handlers } from '../../../shared/ipc/derive.ts';
import { fail } from '../../../shared/result.ts';

const notYet = async () => fail({ kind: 'internal', reference: 'provisional' } as const);

/** Channels whose handlers are being written; this file goes when the last one has its own. */
export const provisional = {
  'master.addLocal': notYet,
  'master.removeLocal': notYet,
  'archive.search': notYet,
  'transfer.list': notYet,
  'transfer.open': notYet,
  'transfer.acknowledge': notYet,
  'transfer.followUpDone': notYet,
  'day.summary': notYet,
  'notice.seen': notYet,
  'report.read': notYet,
  'report.save': notYet,
  'paper.make': notYet,
  'paper.print': notYet,
  'paper.save': notYet,
} satisfies Partial<Handlers>;
