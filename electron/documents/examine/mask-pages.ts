import type { DocumentFault } from '../../../shared/domain/documents/document-fault.ts';
import type { DocumentReading, PaperKind } from '../../../shared/domain/documents/document-reading.ts';
import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { ExamineContext, ExamineInput } from '../examine.ts';
import { maskPage, type MaskedPage } from '../masking/mask-page.ts';
import { wantsHand } from '../masking/wants-hand.ts';
import type { OcrEngines } from '../ocr/ocr-engines.ts';
import { encodePage } from '../pages/encode-page.ts';
import { bestCode, placedCodes } from './page-work.ts';
import type { WorkedPage } from './read-pages.ts';

interface MaskedPages {
  pages: Uint8Array[];
  masking: DocumentReading['masking'];
}

/** All digits of a number: what a code that can still be read gives away. */
const wholeNumber = 12;

/**
 * Burns every number out of every page and reads each page again. So it is told what would be masked also where no copy
 * is wanted, as of a scan that is called masked: there telephone numbers do not count, which no server burns out.
 */
export async function maskPages(
  pages: readonly WorkedPage[],
  input: ExamineInput,
  engines: OcrEngines,
  context: ExamineContext,
): Promise<Result<MaskedPages, DocumentFault>> {
  const made: MaskedPages = { pages: [], masking: { regions: [], residue: 0, wantsHand: false } };
  const encoding: Promise<Uint8Array>[] = [];
  const numbersOf = ({ print }: WorkedPage) =>
    input.masked === null ? print.numbers.filter(({ isTelephone }) => !isTelephone) : print.numbers;
  const knownNumbers = pages.flatMap(numbersOf).filter(({ kind }) => kind === 'number');
  for (const [place, worked] of pages.entries()) {
    if (context.signal.aborted) return fail('cancelled');
    context.progress({ step: 'masking', done: place, total: pages.length });
    const page = await worked.picture.raster();
    const kind = kindForMasking(worked);
    const masked = await maskPage(
      {
        reading: { ...worked.print, page, kind, numbers: numbersOf(worked) },
        pageNumber: place,
        knownNumbers,
        codes: codesToBurn(worked, kind, input),
        byHand: input.handBoxes.filter((box) => box.page === place),
      },
      engines,
    );
    made.masking.regions.push(...masked.regions);
    made.masking.residue +=
      masked.residue + (await readableCodes(worked, masked, engines, context)) * wholeNumber;
    made.masking.wantsHand ||= wantsHand({ ...worked.print, kind }, masked, input.isAadhaarSlot);
    if (input.masked === null) continue;
    // Two pages are packed while the next is masked; more at once would hold the pixels of them all.
    await encoding.at(-2);
    const packed = encodePage(masked.page, input.masked);
    // Whoever waits for it hears of its failure; until then it is nobody's.
    packed.catch(() => undefined);
    encoding.push(packed);
  }
  made.pages = await Promise.all(encoding);
  return ok(made);
}

/** A code of UIDAI's tells more than any print, and where two cards lie on a page the Aadhaar card counts. */
function kindForMasking({ print, codes }: WorkedPage): PaperKind {
  return print.showsAadhaar || bestCode(codes) !== null ? 'aadhaar' : print.kind;
}

/**
 * Codes that hold the number, and on a paper of Aadhaar's those that nobody could read, as the old ones hold it and
 * another reader may read them. A scan that is called masked keeps them: most are the new ones, which hold no number.
 */
function codesToBurn(
  worked: WorkedPage,
  kind: PaperKind,
  { masked, isAadhaarSlot }: ExamineInput,
): PageBox[] {
  const holding = worked.codes.filter(({ mustGo }) => mustGo).map(({ box }) => box);
  const mayHold = kind === 'aadhaar' || (kind === 'unknown' && isAadhaarSlot);
  const isAnyRead = bestCode(worked.codes) !== null;
  return mayHold && masked !== null && !isAnyRead ? [...holding, ...worked.unreadCodes] : holding;
}

/** How many of the codes that had to go can be read all the same. */
async function readableCodes(
  worked: WorkedPage,
  masked: MaskedPage,
  engines: OcrEngines,
  { assets }: ExamineContext,
): Promise<number> {
  if (!worked.codes.some(({ mustGo }) => mustGo)) return 0;
  const left = await placedCodes((await engines.codes(masked.page)).read, 0, [], assets);
  return left.filter(({ mustGo }) => mustGo).length;
}
