import { expect, it } from 'vitest';
import { checklistBlocks } from '../../../../shared/paper/order-examination.ts';
import { paperWords } from '../../../../shared/paper/paper-words.ts';

it.each(['hi', 'en'] as const)(
  'leaves out the permission, which the order is, and calls an open consent not recorded (%s)',
  (language) => {
    const words = paperWords(language);
    const [table] = checklistBlocks(
      [
        { documentId: 'd1', kind: 'permission', mark: 'not-needed' },
        { documentId: 'd2', kind: 'coordinator-consent', mark: 'needed' },
        { documentId: 'd3', kind: 'pan', mark: 'needed' },
      ],
      language,
    );
    expect(table).toMatchObject({
      rows: [
        ['1', words.documents['coordinator-consent'], words.notRecorded],
        ['2', words.documents.pan, words.marks.needed],
      ],
    });
  },
);
