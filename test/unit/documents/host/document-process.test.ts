import { afterAll, expect, test } from 'vitest';
import { DocumentHost } from '../../../../electron/documents/host/document-host.ts';
import { nodeChildLauncher } from '../../../../electron/documents/host/launch-node-child.ts';
import { pdfOf, sheet } from '../pages/sample-pictures.ts';

const entry = new URL('../../../../electron/documents/host/document-process.ts', import.meta.url);
const host = new DocumentHost(nodeChildLauncher(entry, null));

afterAll(() => host.close());

test('the process that the app runs opens real files and names bad ones', async () => {
  const examine = (bytes: Uint8Array, fileName: string) =>
    host.run({
      kind: 'examine',
      bytes,
      fileName,
      shareCode: null,
      trust: [],
      handBoxes: [],
      wantMasked: false,
    });
  const pdf = await examine(await pdfOf(Array(2).fill({ width: 72, height: 144 })), 'a.pdf');
  expect(pdf.ok && pdf.value.reading.pages).toEqual(Array(2).fill({ width: 300, height: 600 }));
  const jpeg = await examine(await sheet().jpeg().toBuffer(), 'a.jpg');
  expect(jpeg.ok && jpeg.value.reading).toMatchObject({
    kind: 'unknown',
    pages: [{ width: 60, height: 40 }],
    masking: { wantsHand: true },
  });
  expect(await examine(Buffer.from('text'), 'a.pdf')).toEqual({ ok: false, error: 'not-a-document' });
});
