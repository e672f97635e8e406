import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { MaskedFiles } from '../../../electron/headless/masked-files.ts';
import { aadhaarLikeNumber } from '../../support/samples/aadhaar-like.ts';

const folder = mkdtempSync(join(tmpdir(), 'desk-masked-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a number in a file’s name is not in the names of its masked pages, and none is written over', async () => {
  const number = aadhaarLikeNumber().replaceAll(' ', '_');
  const last = number.slice(-4);
  const inputs = [`/in/${number}.jpg`, `/other/${number}.png`];
  const out = await MaskedFiles.into(folder, inputs);
  if (!out.ok) throw new Error(out.error);
  const page = new Uint8Array(3);
  const written = [
    await out.value.write(inputs[0] ?? '', [page]),
    await out.value.write(inputs[1] ?? '', [page]),
  ];
  const names = [`XXXX_XXXX_${last}.png`, `XXXX_XXXX_${last}-masked.png`];
  expect(written.flat().map((path) => basename(path))).toEqual(names);
  expect(readdirSync(folder).sort()).toEqual(names.toSorted());
});
