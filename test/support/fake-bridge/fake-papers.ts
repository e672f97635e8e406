import type { Language } from '../../../shared/domain/values.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type { MadePaper, PaperWish } from '../../../shared/ipc/views/paper.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { scanHash } from './sample-requests.ts';
import type { FakeVault } from './fake-vault.ts';

/** The sample PDF stands for every paper; an order is there only from the sealing on. */
export function makePaper(
  vault: FakeVault,
  paper: PaperWish,
  language: Language,
): Result<MadePaper, DeskError> {
  if (paper.kind === 'order' && (vault.decisions.get(paper.decisionId)?.orderNo ?? null) === null) {
    return fail({ kind: 'no-order-yet' });
  }
  return ok({
    token: `sample-paper-${paper.kind}-${language}`,
    url: `/scans/${scanHash.pdf}?${paper.kind}-${language}`,
    title: `Sample ${paper.kind}`,
    fileName: `namuna-${paper.kind}-${language}.pdf`,
    pages: 3,
    bytes: 40_000,
  });
}
