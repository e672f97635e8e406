/** In how many bits two hashes of the same length differ; hashes are hex digits. */
export function hashDistance(a: string, b: string): number {
  let bits = Math.abs(a.length - b.length) * 4;
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    let differing = parseInt(a.charAt(at), 16) ^ parseInt(b.charAt(at), 16);
    for (; differing > 0; differing >>= 1) bits += differing & 1;
  }
  return bits;
}
