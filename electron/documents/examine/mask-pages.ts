import type { DocumentFault } from '../../../shared/domain/documents/document-fault.ts';
import type { DocumentReading } from '../../../shared/domain/documents/document-reading.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { ExamineContext, ExamineInput } from '../examine.ts';
import { maskPage, type MaskedPage } from '../masking/mask-page.ts';
import { wantsHand } from '../masking/wants-hand.ts';
import type { OcrEngines } from '../ocr/ocr-engines.ts';
import { encodePage } from '../pages/encode-page.ts';
import { placedCodes } from './page-work.ts';
import type { WorkedPage } from './read-pages.ts';

interface MaskedPages {
  pages: Uint8Array[];
  masking: DocumentReading['masking'];
}

/** All digits of a number: what a code that can still be read gives away. */
const wholeNumber = 12;

/** Burns every number out of every page and reads each page again; nothing is masked where no copy is wanted. */
export async function maskPages(
  pages: readonly WorkedPage[],
  input: ExamineInput,
  engines: OcrEngines,
  context: ExamineContext,
): Promise<Result<MaskedPages, DocumentFault>> {
  const made: MaskedPages = { pages: [], masking: { regions: [], residue: 0, wantsHand: false } };
  const encoding: Promise<Uint8Array>[] = [];
  const knownNumbers = pages.flatMap(({ print }) =>
    print.numbers.filter(({ kind }) => kind === 'number').map(({ digits }) => digits),
  );
  for (const [place, worked] of pages.entries()) {
    if (context.signal.aborted) return fail('cancelled');
    context.progress({ step: 'masking', done: place, total: pages.length });
    const page = await worked.picture.raster();
    const masked = await maskPage(
      {
        reading: { ...worked.print, page },
        pageNumber: place,
        knownNumbers,
        codes: worked.codes.filter(({ mustGo }) => mustGo).map(({ box }) => box),
        byHand: input.handBoxes.filter((box) => box.page === place),
      },
      engines,
    );
    made.masking.regions.push(...masked.regions);
    made.masking.residue +=
      masked.residue + (await readableCodes(worked, masked, engines, context)) * wholeNumber;
    made.masking.wantsHand ||= wantsHand(worked.print, masked.regions, input.isAadhaarSlot);
    if (input.masked === null) continue;
    // One page is packed while the next is masked; more at once would hold the pixels of them all.
    await encoding.at(-1);
    encoding.push(encodePage(masked.page, input.masked));
  }
  made.pages = await Promise.all(encoding);
  return ok(made);
}

/** How many of the codes that had to go can be read all the same. */
async function readableCodes(
  worked: WorkedPage,
  masked: MaskedPage,
  engines: OcrEngines,
  { assets }: ExamineContext,
): Promise<number> {
  if (!worked.codes.some(({ mustGo }) => mustGo)) return 0;
  const left = await placedCodes(await engines.codes(masked.page), 0, [], assets);
  return left.filter(({ mustGo }) => mustGo).length;
}
