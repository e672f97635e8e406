import { gzipSync } from 'node:zlib';
import type { HostileAnswers } from './serve-hostile.ts';
import { pageEnd, sendPage } from './serve-hostile.ts';

export interface Attack {
  name: string;
  answers(lines: readonly string[]): HostileAnswers;
  /** The attack ends the page: what is good in it may come with the honest server only. */
  isWholePage?: boolean;
  /** One item of it is bad, and is to stand aside by name. */
  isBadItem?: boolean;
}

const type = { 'content-type': 'application/x-ndjson' };

/** With one bad line among the good ones, as the first. */
function badLine(name: string, line: (good: Record<string, unknown>) => string): Attack {
  return {
    name,
    isBadItem: true,
    answers: (lines) => {
      const good = JSON.parse(lines[0] ?? '{}') as Record<string, unknown>;
      return { changes: (response) => sendPage(response, [line(good), ...lines, pageEnd('attack-end')]) };
    },
  };
}

const bad = { cursor: 'attack-0', id: 'req-attack', version: 1 };

/** The twelve of the table, by name. */
export const fixedAttacks: readonly Attack[] = [
  badLine('wrong types', (good) =>
    JSON.stringify({ ...good, ...bad, body: { id: 7, version: [], documents: 'x' } }),
  ),
  badLine(
    '__proto__',
    () =>
      '{"cursor":"attack-0","kind":"request","id":"req-attack","version":1,"__proto__":{"polluted":true},' +
      '"body":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}}',
  ),
  badLine(
    'very deep JSON',
    () =>
      `{"cursor":"attack-0","kind":"request","id":"req-attack","version":1,"body":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
  ),
  {
    name: 'cursor backwards',
    isWholePage: true,
    answers: (lines) => ({
      changes: (response) => sendPage(response, [...lines, lines[0] ?? '', pageEnd('attack-end')]),
    }),
  },
  {
    name: 'cursor in a loop',
    isWholePage: true,
    answers: (lines) => ({
      changes: (response) => sendPage(response, [...lines, pageEnd('loop', { more: true, remaining: 9 })]),
    }),
  },
  {
    name: '4 GB Content-Length',
    isWholePage: true,
    answers: () => ({
      changes: (response) => {
        response.writeHead(200, { ...type, 'content-length': String(4 * 1024 ** 3) });
        response.write('x'.repeat(64 * 1024));
      },
    }),
  },
  {
    name: 'gzip bomb',
    isWholePage: true,
    answers: () => {
      const bytes = bomb();
      return {
        changes: (response) => {
          response.writeHead(200, { ...type, 'content-encoding': 'gzip' }).end(bytes);
        },
      };
    },
  },
  {
    name: 'slow answers',
    isWholePage: true,
    answers: () => ({
      changes: (response) => {
        response.writeHead(200, type);
        const timer = setInterval(() => response.write(' '), 400);
        response.on('close', () => clearInterval(timer));
      },
    }),
  },
  badLine('paths in names', (good) =>
    JSON.stringify({ ...good, ...bad, id: '../../../desk-drill-escaped', kind: '../../etc/passwd' }),
  ),
  {
    name: 'wrong hash',
    answers: (lines) => ({
      changes: (response) => sendPage(response, [...lines, pageEnd('attack-end')]),
      blob: (response) => {
        response.writeHead(200, { 'content-type': 'image/jpeg' }).end(Buffer.alloc(20_000, 7));
      },
    }),
  },
  badLine('HTML in fields', (good) =>
    JSON.stringify({
      ...good,
      ...bad,
      body: {
        ...(good['body'] as object),
        id: '<img src=x onerror=alert(1)>',
        reason: '<script>alert(1)</script>',
      },
    }),
  ),
  {
    name: 'redirect elsewhere',
    isWholePage: true,
    answers: () => ({
      changes: (response) => {
        response.writeHead(302, { location: 'http://127.0.0.1:9/elsewhere' }).end();
      },
    }),
  },
];

/** 2 GB that weigh two megabytes on the line. */
function bomb(): Buffer {
  const member = gzipSync(Buffer.alloc(64 * 1024 * 1024));
  return Buffer.concat(Array.from({ length: 32 }, () => member));
}
