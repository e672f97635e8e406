import sharp from 'sharp';

interface Sheet {
  /** SVG elements, drawn from the origin. */
  content: string;
  width: number;
  height: number;
}

export interface ScanLook {
  /** Of the scanned glass around the sheet. */
  width: number;
  height: number;
  /** In degrees: a sheet never lies quite straight. */
  angle: number;
  paper: string;
  /** Of the JPEG, 1 to 100. */
  quality: number;
  /** Written into the file, as scanners do. */
  dotsPerInch?: number;
  /** How far out of focus, in pixels. */
  blur?: number;
}

const noiseSide = 256;

/** A JPEG that looks like what a flatbed scanner gives: a tilted sheet with a shadow, tinted paper, grain. */
export async function scannedJpeg(sheet: Sheet, look: ScanLook): Promise<Buffer> {
  const { width, height, angle, paper, quality, dotsPerInch, blur } = look;
  const left = (width - sheet.width) / 2;
  const top = (height - sheet.height) / 2;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${width}" height="${height}" fill="${paper}"/>
    <g transform="rotate(${angle} ${width / 2} ${height / 2}) translate(${left} ${top})">
      <rect x="7" y="9" width="${sheet.width}" height="${sheet.height}" fill="#000" opacity="0.16"/>
      ${sheet.content}
    </g></svg>`;
  const picture = sharp(Buffer.from(svg), { unlimited: true });
  if (blur !== undefined) picture.blur(blur);
  if (dotsPerInch !== undefined) picture.withMetadata({ density: dotsPerInch });
  return picture
    .composite([{ ...grain(), tile: true, blend: 'multiply' }])
    .flatten({ background: paper })
    .jpeg({ quality, chromaSubsampling: '4:2:0' })
    .toBuffer();
}

/** The same grain each time, so that the same request gives the same file. */
function grain() {
  const pixels = Buffer.alloc(noiseSide * noiseSide * 3);
  let state = 88_172_645;
  for (let pixel = 0; pixel < pixels.length; pixel += 3) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const value = 243 + ((state >>> 3) % 10);
    pixels.fill(value, pixel, pixel + 3);
  }
  return { input: pixels, raw: { width: noiseSide, height: noiseSide, channels: 3 as const } };
}
