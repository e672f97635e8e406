import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { refuseUnknownOptions } from './not-in-stand-in.ts';

type PrintAnswer = (success: boolean, failureReason: string) => void;

let printed = 0;

/** Chromium's own printing, as Electron's `printToPDF` asks for it. Headless only: with a display Chromium refuses. */
export async function printPageToPdf(page: Page, options: Electron.PrintToPDFOptions): Promise<Buffer> {
  const known = ['preferCSSPageSize', 'printBackground', 'generateTaggedPDF', 'generateDocumentOutline'];
  refuseUnknownOptions('webContents.printToPDF', options, known);
  return page.pdf({
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    printBackground: options.printBackground ?? false,
    tagged: options.generateTaggedPDF ?? false,
    outline: options.generateDocumentOutline ?? false,
  });
}

/**
 * There is no printer: in a test that names a folder for files the page is printed into it (`printed-1.pdf`, …), else
 * printing fails as it does on a PC without one.
 */
export async function printPage(
  page: Page,
  options: Electron.WebContentsPrintOptions,
  answer: PrintAnswer,
): Promise<void> {
  refuseUnknownOptions('webContents.print', options, ['silent', 'printBackground', 'pageSize']);
  const folder = process.env['DESK_TEST_SAVE_DIR'];
  if (!folder) {
    answer(false, 'No printers available');
    return;
  }
  printed += 1;
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: options.printBackground ?? false });
  writeFileSync(join(folder, `printed-${printed}.pdf`), pdf);
  answer(true, '');
}
