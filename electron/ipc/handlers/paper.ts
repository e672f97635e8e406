import type { Handlers } from '../../../shared/ipc/derive.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { madePaper, type PaperWish } from '../../../shared/ipc/views/paper.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { gatherPaper } from '../../paper/gather-paper.ts';
import { printPaper } from '../../paper/print-paper.ts';
import type { ShelvedPaper } from '../../paper/paper-shelf.ts';
import type { SignedIn } from '../../session/session.ts';
import type { AuditEntry } from '../../storage/audit-entry.ts';
import { whilePresent, whileSignedIn, type Services } from '../services.ts';
import { readDaySummary } from './day.ts';

export function paperHandlers(
  services: Services,
): Pick<Handlers, 'paper.make' | 'paper.print' | 'paper.save'> {
  const { press, shelf } = services.papers;
  return {
    'paper.make': ({ paper: wish, language }) =>
      whileAllowed(wish)(services, async (desk) => {
        const now = instantOf(services.clock.now());
        const sources = {
          store: desk.vault.store,
          identity: desk.vault.identity,
          daySummary: () => readDaySummary(desk),
          now,
          today: (await desk.engine.status()).today,
          isSample: services.facts.demo,
        };
        const paper = await gatherPaper(sources, wish, language);
        if (!paper.ok) return paper;
        const { bytes, pages, page } = await printPaper(press, paper.value, now);
        const { title, subject, fileName } = paper.value;
        const made = {
          ...{ kind: wish.kind, subject, language, fileName: `${fileName}.pdf` },
          ...{ bytes, page, copies: 0 },
        };
        await desk.vault.store.noteAudit(auditEntry(services, desk, 'paper-made', made));
        // The desk may have been locked, or changed hands, while Chromium was printing.
        if (services.session.present() !== desk) return fail({ kind: 'not-signed-in' });
        const token = shelf.put(made);
        const url = `/papers/${token}.pdf`;
        return ok(
          madePaper.parse({ token, url, title, fileName: made.fileName, pages, bytes: bytes.length }),
        );
      }),
    'paper.print': ({ token }) =>
      withPaper<{ printed: boolean }>(services, token, async (desk, paper) => {
        const outcome = await press.print(paper.page);
        if (outcome === 'failed') return fail({ kind: 'print-failed' });
        if (outcome === 'cancelled') return ok({ printed: false });
        await noteCopy(services, desk, 'paper-printed', paper);
        return ok({ printed: true });
      }),
    'paper.save': ({ token }) =>
      withPaper(services, token, async (desk, paper) => {
        const saved = await services.saveFile(paper.fileName, paper.bytes);
        if (saved.ok && saved.value.savedAs !== null) await noteCopy(services, desk, 'paper-saved', paper);
        return saved;
      }),
  };
}

/** Its own record is all that a desk puts on paper which leaves its district. */
function whileAllowed({ kind }: PaperWish): typeof whilePresent {
  return kind === 'kept-record' ? whilePresent : whileSignedIn;
}

function withPaper<Value>(
  services: Services,
  token: string,
  work: (desk: SignedIn, paper: ShelvedPaper) => Promise<Result<Value, DeskError>>,
): Promise<Result<Value, DeskError>> {
  // What a desk that leaves had made before is no longer on the shelf.
  return whilePresent(services, async (desk) => {
    const paper = services.papers.shelf.get(token);
    return paper ? work(desk, paper) : fail({ kind: 'paper-gone' });
  });
}

/** Who made, printed or saved which paper, and the how manieth copy: nothing personal. */
function auditEntry(
  services: Services,
  { officer }: SignedIn,
  action: string,
  paper: ShelvedPaper,
): AuditEntry {
  const { kind, subject, language, copies } = paper;
  const at = instantOf(services.clock.now());
  return { at, actor: officer.officerId, action, subject, detail: { kind, language, copies } };
}

/** What is on paper or on disk cannot be taken back: a full disk must not make it look as if it had failed. */
async function noteCopy(
  services: Services,
  desk: SignedIn,
  action: string,
  paper: ShelvedPaper,
): Promise<void> {
  paper.copies += 1;
  await desk.vault.store
    .noteAudit(auditEntry(services, desk, action, paper))
    .catch((error: unknown) => services.log('audit', error));
}
