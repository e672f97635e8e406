import { deflateSync } from 'node:zlib';

export const pdfBombs = [
  'huge-page',
  'deep-nesting',
  'page-tree-loop',
  'many-pages',
  'javascript',
  'stream-bomb',
  'picture-bomb',
  'form-loop',
  'xref-loop',
  'nothing-behind-header',
] as const;
export type PdfBomb = (typeof pdfBombs)[number];

/** Small PDFs that ask for huge pages, endless trees, or to run what they bring. */
export function pdfBomb(bomb: PdfBomb): Buffer {
  switch (bomb) {
    case 'huge-page':
      return pdf(['<</Type/Page/Parent 2 0 R/MediaBox[0 0 40000000 40000000]/UserUnit 75000>>']);
    case 'deep-nesting':
      return pdf([
        page(`/Resources ${'['.repeat(60_000)}${']'.repeat(60_000)}`),
        `${'<</A'.repeat(60_000)} 1${'>>'.repeat(60_000)}`,
      ]);
    case 'page-tree-loop':
      return pdf(['<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 99>>']);
    case 'many-pages':
      return pdf([page('')], '3 0 R '.repeat(50_000));
    case 'javascript':
      return pdf(
        [page('/AA<</O<</S/JavaScript/JS(for(;;){app.alert(1)})>>>>')],
        '3 0 R',
        '/OpenAction<</S/JavaScript/JS(while(true){})>>/AcroForm<</XFA 4 0 R>>',
      );
    case 'stream-bomb':
      return pdf([page('/Contents 4 0 R'), zipped('', deflateSync(Buffer.alloc(60_000_000, 'q Q ')))]);
    case 'picture-bomb':
      return pdf([
        page('/Contents 5 0 R/Resources<</XObject<</I 4 0 R>>>>'),
        zipped(
          '/Type/XObject/Subtype/Image/Width 30000/Height 30000/BitsPerComponent 8/ColorSpace/DeviceRGB',
          deflateSync(Buffer.alloc(1000)),
        ),
        zipped('', deflateSync(Buffer.from('q 595 0 0 842 0 0 cm /I Do Q'))),
      ]);
    case 'form-loop':
      return pdf([
        page('/Contents 5 0 R/Resources<</XObject<</F 4 0 R>>>>'),
        zipped(
          '/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</F 4 0 R>>>>',
          deflateSync(Buffer.from('/F Do /F Do /F Do')),
        ),
        zipped('', deflateSync(Buffer.from('/F Do'))),
      ]);
    case 'xref-loop':
      return Buffer.from(
        '%PDF-1.7\ntrailer\n<</Root 1 0 R/Size 9/Prev 9>>\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF',
      );
    case 'nothing-behind-header':
      return Buffer.from('%PDF-1.7\n');
  }
}

const page = (more: string) => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${more}>>`;

function zipped(more: string, content: Buffer): string {
  return `<<${more}/Filter/FlateDecode/Length ${content.length}>>stream\n${content.toString('latin1')}\nendstream`;
}

/** Object 1 is the catalogue, 2 the page tree, 3 and on what is given. */
function pdf(objects: readonly string[], kids = '3 0 R', catalogue = ''): Buffer {
  const count = kids.split('R').length - 1;
  const all = [
    `<</Type/Catalog/Pages 2 0 R${catalogue}>>`,
    `<</Type/Pages/Kids[${kids}]/Count ${count}>>`,
    ...objects,
  ];
  let text = '%PDF-1.7\n';
  const offsets = all.map((object, place) => {
    const at = text.length;
    text += `${place + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const end = text.length;
  text += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Root 1 0 R/Size ${all.length + 1}>>\nstartxref\n${end}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
