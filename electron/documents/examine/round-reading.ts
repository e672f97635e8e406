import type { DocumentReading } from '../../../shared/domain/documents/document-reading.ts';
import type { PageBox } from '../../../shared/domain/documents/page-box.ts';

/** A pixel of the largest page is more. */
const places = 100_000;

/**
 * The reading with its fractions cut to five places. In full they are runs of up to seventeen digits, and one in ten
 * of those looks like an Aadhaar number to whoever searches what is printed or kept for one.
 */
export function roundReading(reading: DocumentReading): DocumentReading {
  const { code, fields, masking } = reading;
  return {
    ...reading,
    code: code && { ...code, box: code.box && roundBox(code.box) },
    fields: fields.map((field) => ({
      ...field,
      box: field.box && roundBox(field.box),
      confidence: round(field.confidence),
    })),
    masking: { ...masking, regions: masking.regions.map(({ what, box }) => ({ what, box: roundBox(box) })) },
  };
}

function roundBox({ page, x, y, width, height }: PageBox): PageBox {
  return { page, x: round(x), y: round(y), width: round(width), height: round(height) };
}

function round(value: number): number {
  return Math.round(value * places) / places;
}
