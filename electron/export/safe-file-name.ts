/** Marks that turn the reading direction could hide an ending. */
const forbidden = /[\u0000-\u001f\u007f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;
/** Names that Windows keeps for devices, with any ending. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const longest = 120;

/**
 * A name that every file system takes: an order number's slashes become dashes, marks that turn the reading direction
 * (and so could hide an ending) go, and the ending survives when the name is cut.
 */
export function safeFileName(name: string): string {
  const clean = name.replace(forbidden, '-').replace(/^[\s.]+|[\s.]+$/g, '');
  const dot = clean.lastIndexOf('.');
  const ending = dot > 0 && clean.length - dot <= 6 ? clean.slice(dot) : '';
  const stem = clean.slice(0, clean.length - ending.length).slice(0, longest - ending.length);
  const safe = `${stem === '' ? 'file' : stem}${ending}`;
  return devices.test(safe) ? `_${safe}` : safe;
}
