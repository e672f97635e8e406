import { readingEngine, type DocumentReading } from '../../../../shared/domain/documents/document-reading.ts';

export const emptyReading: DocumentReading = {
  engine: readingEngine,
  kind: 'unknown',
  pages: [],
  code: null,
  fields: [],
  numberCheck: 'not-read',
  masking: { regions: [], residue: 0, wantsHand: false },
  fingerprints: { pages: [], photo: null },
  warnings: [],
};
