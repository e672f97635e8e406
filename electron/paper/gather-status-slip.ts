import type { RequestId } from '../../shared/domain/ids.ts';
import { holderOf } from '../../shared/domain/story/holder-of.ts';
import { standingLines } from '../../shared/domain/story/standing-lines.ts';
import type { StoryDecision, StoryInput } from '../../shared/domain/story/story-line.ts';
import { storyOf } from '../../shared/domain/story/story-of.ts';
import { reconcile, toAcknowledge } from '../../shared/domain/transfer/reconcile.ts';
import type { Language } from '../../shared/domain/values.ts';
import type { DeskError } from '../../shared/ipc/errors.ts';
import type { Paper } from '../../shared/paper/paper.ts';
import { statusSlipPaper } from '../../shared/paper/status-slip-paper.ts';
import { ok, type Result } from '../../shared/result.ts';
import { holderWords, storySentences } from '../../shared/text/story-text.ts';
import type { StoredRequest } from '../storage/store.ts';
import { lspNames, officeOf, requestOf, type PaperSources } from './gather.ts';

/** The story as the status desk tells it, on paper. */
export async function gatherStatusSlip(
  sources: PaperSources,
  id: RequestId,
  language: Language,
): Promise<Result<Paper, DeskError>> {
  const stored = await requestOf(sources, id);
  if (!stored.ok) return stored;
  const { request, row } = stored.value;
  const master = await sources.store.master();
  const input: StoryInput = {
    request,
    row,
    decision: await decisionOf(sources, stored.value),
    transfer: await transferOf(sources, id),
    today: sources.today,
  };
  const sentences = (lines: Parameters<typeof storySentences>[0]) =>
    storySentences(lines, language, master).map(({ text }) => text);
  const facts = {
    request,
    lsps: lspNames(request, master),
    story: sentences(storyOf(input)),
    holder: holderWords(holderOf(input), language),
    standing: sentences(standingLines(input)),
    office: await officeOf(sources),
  };
  return ok(statusSlipPaper(facts, language));
}

async function decisionOf(
  { store }: PaperSources,
  { decision }: StoredRequest,
): Promise<StoryDecision | null> {
  if (decision === null) return null;
  const { outcome, state, parsed } = decision;
  const { reasonCodes, remarks, recordedAt } = parsed;
  const order = await store.order(decision.id);
  return { outcome, state, reasonCodes, remarks, recordedAt, orderNo: order?.orderNo ?? null };
}

async function transferOf({ store }: PaperSources, id: RequestId): Promise<StoryInput['transfer']> {
  const stored = await store.transfer(id);
  if (stored === null) return null;
  return {
    transfer: stored.transfer,
    toAcknowledge: toAcknowledge(stored.transfer, reconcile(stored.transfer)),
  };
}
