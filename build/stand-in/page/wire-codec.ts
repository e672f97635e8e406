/**
 * Structured-clone-like values as JSON text, both ways. The two functions run in Node and, as their own source text,
 * in the page: they may use nothing from outside themselves. Cycles are refused, as are functions and symbols.
 */
export function encodeWire(value: unknown): string {
  const inside = new Set<object>();
  const notCloneable = (what: string) => new Error(`An object could not be cloned: ${what}`);
  const toBase64 = (bytes: Uint8Array): string => {
    let text = '';
    for (let start = 0; start < bytes.length; start += 32768) {
      text += String.fromCharCode(...bytes.subarray(start, start + 32768));
    }
    return btoa(text);
  };
  const encodeObject = (object: object): unknown => {
    if (object instanceof Date) return { $: 'date', v: object.getTime() };
    if (object instanceof ArrayBuffer)
      return { $: 'bytes', k: 'ArrayBuffer', v: toBase64(new Uint8Array(object)) };
    if (ArrayBuffer.isView(object)) {
      const bytes = new Uint8Array(object.buffer, object.byteOffset, object.byteLength);
      // Node's Buffer arrives as the Uint8Array that it is, as with Electron.
      const kind = object instanceof Uint8Array ? 'Uint8Array' : object.constructor.name;
      return { $: 'bytes', k: kind, v: toBase64(bytes) };
    }
    if (object instanceof Map)
      return { $: 'map', v: [...object].map(([key, item]) => [encode(key), encode(item)]) };
    if (object instanceof Set) return { $: 'set', v: [...object].map((item) => encode(item)) };
    if (object instanceof Error) return { $: 'error', n: object.name, v: object.message };
    if (object instanceof Promise || object instanceof WeakMap) throw notCloneable('#<Promise>');
    if (Array.isArray(object)) return Array.from(object, (item: unknown) => encode(item));
    const entries = Object.entries(object).map(([key, item]): [string, unknown] => [key, encode(item)]);
    return Object.hasOwn(object, '$') || Object.hasOwn(object, '__proto__')
      ? { $: 'object', v: entries }
      : Object.fromEntries(entries);
  };
  const encode = (item: unknown): unknown => {
    if (item === undefined) return { $: 'undefined' };
    if (typeof item === 'bigint') return { $: 'bigint', v: item.toString() };
    if (typeof item === 'number' && (!Number.isFinite(item) || Object.is(item, -0))) {
      return { $: 'number', v: Object.is(item, -0) ? '-0' : String(item) };
    }
    if (typeof item === 'function' || typeof item === 'symbol') throw notCloneable(typeof item);
    if (item === null || typeof item !== 'object') return item;
    if (inside.has(item)) throw notCloneable('a cycle, which the stand-in does not carry');
    inside.add(item);
    const encoded = encodeObject(item);
    inside.delete(item);
    return encoded;
  };
  return JSON.stringify(encode(value));
}

/** The other way. */
export function decodeWire(text: string): unknown {
  const fromBase64 = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bytes = (kind: string, base64: string): unknown => {
    const plain = fromBase64(base64);
    if (kind === 'Uint8Array') return plain;
    if (kind === 'ArrayBuffer') return plain.buffer;
    const constructors: Record<string, (buffer: ArrayBuffer) => unknown> = {
      Int8Array: (buffer) => new Int8Array(buffer),
      Uint8ClampedArray: (buffer) => new Uint8ClampedArray(buffer),
      Int16Array: (buffer) => new Int16Array(buffer),
      Uint16Array: (buffer) => new Uint16Array(buffer),
      Int32Array: (buffer) => new Int32Array(buffer),
      Uint32Array: (buffer) => new Uint32Array(buffer),
      Float32Array: (buffer) => new Float32Array(buffer),
      Float64Array: (buffer) => new Float64Array(buffer),
      DataView: (buffer) => new DataView(buffer),
    };
    const construct = constructors[kind];
    if (!construct) throw new Error(`An object could not be cloned: ${kind}`);
    return construct(plain.buffer);
  };
  const decodeTagged = (tagged: { $: string; k?: string; n?: string; v?: unknown }): unknown => {
    switch (tagged.$) {
      case 'undefined':
        return undefined;
      case 'bigint':
        return BigInt(tagged.v as string);
      case 'number':
        return Number(tagged.v);
      case 'date':
        // One that is no time has no number, and JSON has only null for that.
        return new Date((tagged.v as number | null) ?? NaN);
      case 'bytes':
        return bytes(tagged.k ?? '', tagged.v as string);
      case 'map':
        return new Map((tagged.v as [unknown, unknown][]).map(([key, item]) => [decode(key), decode(item)]));
      case 'set':
        return new Set((tagged.v as unknown[]).map((item) => decode(item)));
      case 'error':
        return Object.assign(new Error(tagged.v as string), { name: tagged.n ?? 'Error' });
      case 'object':
        return Object.fromEntries(
          (tagged.v as [string, unknown][]).map(([key, item]) => [key, decode(item)]),
        );
      default:
        throw new Error(`An object could not be read: ${tagged.$}`);
    }
  };
  const decode = (item: unknown): unknown => {
    if (item === null || typeof item !== 'object') return item;
    if (Array.isArray(item)) return item.map((inner) => decode(inner));
    if ('$' in item && typeof item.$ === 'string') return decodeTagged(item as { $: string });
    return Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, decode(inner)]));
  };
  return decode(JSON.parse(text));
}
