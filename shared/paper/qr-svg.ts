import { encode } from 'uqr';

/** Light modules around a code, as its standard asks for. */
const quietZone = 4;

/**
 * A QR code of level M as inline SVG, one path: sharp at any resolution.
 * @param label for those who cannot see it, already escaped for an attribute.
 * @throws Error for more than about 2,300 bytes, which no QR code of level M holds.
 */
export function qrSvg(content: string, label: string): string {
  const { data, size } = encode(content, { ecc: 'M', border: quietZone });
  const path = data.flatMap((row, y) => runsOf(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`));
  return `<svg role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path.join('')}"/></svg>`;
}

/** Where a row is dark: the beginning and the length of each run. */
function runsOf(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  let start = -1;
  for (let x = 0; x <= row.length; x += 1) {
    const isDark = row[x] ?? false;
    if (isDark && start < 0) start = x;
    if (isDark || start < 0) continue;
    runs.push([start, x - start]);
    start = -1;
  }
  return runs;
}
