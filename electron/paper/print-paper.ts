import type { Paper } from '../../shared/paper/paper.ts';
import { paperHtml } from '../../shared/paper/paper-html.ts';
import { paperStyle } from '../../shared/paper/paper-style.ts';
import type { Instant } from '../../shared/domain/values.ts';
import { finishPdf, type FinishedPdf } from './finish-pdf.ts';
import type { Press, PressPage } from './press.ts';

export interface PrintedPaper extends FinishedPdf {
  page: PressPage;
}

/** Paper → HTML → Chromium's PDF → one whose words are whole. @throws Error: a paper is made whole or not at all. */
export async function printPaper(
  press: Pick<Press, 'toPdf'>,
  paper: Paper,
  madeAt: Instant,
): Promise<PrintedPaper> {
  const page = { html: paperHtml(paper), style: paperStyle(paper) };
  const printed = await press.toPdf(page);
  return { ...(await finishPdf(printed, { title: paper.title, language: paper.language, madeAt })), page };
}
