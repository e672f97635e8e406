import { ensureSystemOrExit } from '../../build/system/ensure-system.ts';
import { packageAssets } from '../../electron/documents/assets/package-assets.ts';
import { benchCodes, type CodeFigures } from './documents/codes.ts';
import { benchMasking, type MaskingFigures } from './documents/masking.ts';
import type { DocumentsBenchOptions } from './documents/options.ts';
import { benchPrint, type PrintFigures } from './documents/print.ts';
import { benchWholeRequest, type WholeRequestFigures } from './documents/whole-request.ts';

export interface DocumentsFigures {
  bench: 'documents';
  count: number;
  seed: number;
  codes?: Record<string, CodeFigures>;
  print?: Record<string, PrintFigures>;
  masking?: Record<string, MaskingFigures>;
  request?: WholeRequestFigures;
}

/** Reads sample papers under each damage by ours and, in the same run, by what is common: jsQR and plain tesseract. */
export async function documentsBench(options: DocumentsBenchOptions): Promise<DocumentsFigures> {
  const { count, seed, parts } = options;
  // Hindi drawn without its font is rows of boxes full of digits, which no engine reads and all of them work at.
  ensureSystemOrExit(['fonts']);
  const assets = packageAssets();
  const figures: DocumentsFigures = { bench: 'documents', count, seed };
  // First, as the others leave their engines in this process.
  if (parts.includes('request')) figures.request = await benchWholeRequest(seed);
  if (parts.includes('codes')) figures.codes = await benchCodes(options, assets);
  if (parts.includes('print')) figures.print = await benchPrint(options, assets);
  if (parts.includes('masking')) figures.masking = await benchMasking(options, assets);
  return figures;
}
