import { encode } from 'uqr';

/** A code as SVG with its quiet zone of four modules, filling a square of `size`. */
export function drawQr(text: string, x: number, y: number, size: number, level: 'L' | 'M' = 'L'): string {
  const { data } = encode(text, { ecc: level, boostEcc: false, border: 4 });
  const modules = data.length;
  const rows = data.map((row, at) => dashes(row, at)).join('');
  return `<g transform="translate(${x} ${y}) scale(${size / modules})">
    <rect width="${modules}" height="${modules}" fill="#fff"/><path d="${rows}" fill="#111" shape-rendering="crispEdges"/></g>`;
}

function dashes(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    const from = x;
    while (row[x] === true) x += 1;
    if (x > from) path += `M${from} ${y}h${x - from}v1h-${x - from}z`;
  }
  return path;
}
