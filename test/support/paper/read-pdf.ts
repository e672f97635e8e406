import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The words that `pdftotext` finds in a PDF, in its order. */
export function pdfWords(pdf: Uint8Array): string[] {
  return withFile(pdf, (file) => run('pdftotext', ['-enc', 'UTF-8', file, '-']))
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** The words of one page, the first being 1. */
export function pdfPageWords(pdf: Uint8Array, page: number): string[] {
  const only = ['-f', String(page), '-l', String(page)];
  return withFile(pdf, (file) => run('pdftotext', ['-enc', 'UTF-8', ...only, file, '-']))
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** What `pdfinfo` tells: title, tags, pages. */
export function pdfInfo(pdf: Uint8Array): Map<string, string> {
  const lines = withFile(pdf, (file) => run('pdfinfo', [file])).split('\n');
  return new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

/** A page as a picture; the first unless another is named. */
export function pdfPicture(pdf: Uint8Array, dotsPerInch: number, page = 1): Buffer {
  return withFile(pdf, (file) =>
    execFileSync(
      'pdftoppm',
      ['-r', String(dotsPerInch), '-f', String(page), '-l', String(page), '-png', file],
      {
        maxBuffer: 100_000_000,
      },
    ),
  );
}

function run(program: string, values: string[]): string {
  return execFileSync(program, values, { encoding: 'utf8', maxBuffer: 50_000_000 });
}

function withFile<Value>(pdf: Uint8Array, work: (file: string) => Value): Value {
  const folder = mkdtempSync(join(tmpdir(), 'desk-pdf-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    return work(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The tags, as an outline. */
export function pdfStructure(pdf: Uint8Array): string {
  return withFile(pdf, (file) => run('pdfinfo', ['-struct-text', file]));
}
