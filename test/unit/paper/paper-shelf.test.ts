import { expect, test } from 'vitest';
import { PaperShelf, type ShelvedPaper } from '../../../electron/paper/paper-shelf.ts';
import { servePapers } from '../../../electron/window/serve-papers.ts';

function paper(byte: number): ShelvedPaper {
  return {
    ...{ kind: 'day-summary', subject: '2026-10-13', language: 'hi', fileName: 'x.pdf', copies: 0 },
    ...{ bytes: new Uint8Array([byte]), page: { html: '', style: '' } },
  };
}

test('the last five papers are there, older ones are not, and none after the lock', () => {
  const shelf = new PaperShelf();
  const tokens = [1, 2, 3, 4, 5, 6, 7].map((byte) => shelf.put(paper(byte)));
  expect(tokens.map((token) => shelf.get(token)?.bytes[0] ?? null)).toEqual([null, null, 3, 4, 5, 6, 7]);
  expect(new Set(tokens).size).toBe(7);
  expect(tokens.every((token) => /^[\w-]{32}$/.test(token))).toBe(true);
  shelf.clear();
  expect(tokens.map((token) => shelf.get(token))).toEqual(tokens.map(() => null));
});

test('a paper is served only to who is signed in, by its token, and never for a cache', async () => {
  const shelf = new PaperShelf();
  const token = shelf.put(paper(9));
  let isSignedIn = true;
  const serve = servePapers(
    () => isSignedIn,
    (wanted) => shelf.get(wanted)?.bytes ?? null,
  );
  const answer = await serve(`/papers/${token}.pdf`);
  expect(answer?.headers.get('cache-control')).toBe('no-store');
  expect(answer?.headers.get('content-type')).toBe('application/pdf');
  expect(new Uint8Array((await answer?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(new Uint8Array([9]));
  expect((await serve(`/papers/${'x'.repeat(32)}.pdf`))?.status).toBe(404);
  expect(await serve(`/papers/../${token}.pdf`)).toBeNull();
  expect(await serve('/index.html')).toBeNull();
  isSignedIn = false;
  expect((await serve(`/papers/${token}.pdf`))?.status).toBe(404);
});
