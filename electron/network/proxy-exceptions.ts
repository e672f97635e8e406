/** A loopback never goes by a proxy: there it would be the proxy's own. */
const loopback = ['localhost', '127.0.0.1', '[::1]'];

const exception = /^(\*|(\*?\.)?[a-z\d_-]+(\.[a-z\d_-]+)*(:\d{1,5})?|\[[\da-f:.]+\](:\d{1,5})?)$/i;

/** `host`, `.domain`, `*.domain`, an address, each with a port or without; `*` is everything. */
export function isException(text: string): boolean {
  return exception.test(text);
}

/** As in `NO_PROXY`: a host stands for itself and what is below it. */
export function isExempt(url: URL, exceptions: readonly string[]): boolean {
  const host = url.hostname.toLowerCase();
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  return [...loopback, ...exceptions].some((entry) => {
    if (entry === '*') return true;
    const plain = entry.toLowerCase().replace(/^\*?\./, '');
    const [, name = '', itsPort] = /^(.+?)(?::(\d+))?$/.exec(plain) ?? [];
    if (itsPort !== undefined && itsPort !== port) return false;
    return host === name || host.endsWith(`.${name}`);
  });
}

/** What stands in `NO_PROXY`: parted by commas or spaces; what cannot be understood is left out. */
export function exceptionsOf(text: string): string[] {
  return text.split(/[,\s]+/).filter(isException);
}
