import { PDFDocument, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';

function pattern(x: number, y: number, side: number): string {
  const cells = 25;
  const cell = side / cells;
  const squares: string[] = [];
  for (let row = 0; row < cells; row += 1) {
    for (let column = 0; column < cells; column += 1) {
      if ((row * 7 + column * 13 + row * column) % 3 !== 0) continue;
      squares.push(`<rect x="${x + column * cell}" y="${y + row * cell}" width="${cell}" height="${cell}"/>`);
    }
  }
  return squares.join('');
}

function face(x: number, y: number): string {
  return `<rect x="${x}" y="${y}" width="190" height="230" fill="#c8d3de"/>
    <circle cx="${x + 95}" cy="${y + 90}" r="48" fill="#7a5a44"/>
    <rect x="${x + 35}" y="${y + 150}" width="120" height="80" fill="#7a5a44"/>`;
}

const watermark = `<text x="180" y="480" font-size="150" fill="#00000018" transform="rotate(-14 400 400)">SAMPLE</text>`;

function jpeg(inside: string): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="640" font-family="Noto Sans, Noto Sans Devanagari, sans-serif">
    <rect width="1000" height="640" fill="#f9f6ec"/>${inside}${watermark}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer();
}

/** A card with texts where `sample-readings.ts` says; the first eight digits burned out, or zeros in their place. */
export function sampleAadhaarCard(isMasked: boolean): Promise<Uint8Array> {
  const digits = isMasked
    ? '<rect x="290" y="510" width="262" height="66"/>'
    : '<text x="300" y="562" font-size="52">0000 0000</text>';
  return jpeg(`<rect width="1000" height="84" fill="#c96b2c"/>${face(60, 140)}
    <text x="300" y="188" font-size="40">नमूना नाम</text><text x="300" y="240" font-size="38">Sample Name</text>
    <text x="300" y="292" font-size="32">DOB: 14/03/1988</text><text x="300" y="342" font-size="32">FEMALE</text>
    ${pattern(740, 140, 220)}${digits}<text x="566" y="562" font-size="52">0417</text>`);
}

export function samplePanCard(): Promise<Uint8Array> {
  return jpeg(`<rect width="1000" height="84" fill="#2c6e9b"/>${face(760, 140)}
    <text x="300" y="222" font-size="46">ABCPD1234F</text><text x="60" y="364" font-size="36">Sample Name Sharma</text>
    <text x="60" y="454" font-size="36">Sample Mohan Lal</text><text x="60" y="544" font-size="36">14/03/1986</text>`);
}

/** Both sides of the card in one file, as a kept scan of two pages is: the front stands second. */
export async function sampleBothSides(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (const side of [await jpeg(pattern(600, 140, 300)), await sampleAadhaarCard(true)]) {
    const picture = await pdf.embedJpg(side);
    pdf.addPage([360, 230.4]).drawImage(picture, { x: 0, y: 0, width: 360, height: 230.4 });
  }
  return pdf.save();
}

/** A printed form of two pages, its lines where `sample-readings.ts` says. */
export async function sampleForm(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const pages = [
    ['K110304000', 'Sample Name', 'Sample Name', 'Sample Mohanlal'],
    ['14/03/1988', 'Female', 'XXXXXX234F', 'XXXX XXXX 0417'],
  ];
  for (const lines of pages) {
    const page = pdf.addPage([595, 842]);
    page.drawText('Sample application form', { x: 60, y: 770, size: 24, font });
    lines.forEach((line, index) => {
      page.drawText(line, { x: 60, y: 842 - 146 - index * 40, size: 16, font });
    });
  }
  return pdf.save();
}
