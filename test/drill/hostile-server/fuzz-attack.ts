import { chanceOf, type Chance } from '../../simulation/random.ts';
import type { Attack } from './fixed-attacks.ts';
import { pageEnd } from './serve-hostile.ts';

const monsters: readonly unknown[] = [
  ...[
    null,
    -1,
    1e308,
    '',
    '../../x',
    '<script>',
    [],
    {},
    true,
    'ﷺ'.repeat(5000),
    { __proto__: 1 },
    '\u0000',
    2 ** 53,
  ],
];

/** The same seed, the same attack: bytes flipped, cut or doubled, or values exchanged for others. */
export function fuzzAttack(seed: number): Attack {
  const chance = chanceOf(seed);
  return {
    name: `fuzzed ${seed}`,
    isWholePage: true,
    answers: (lines) => {
      const page = Buffer.from([...lines, pageEnd('attack-end')].map((line) => `${line}\n`).join(''));
      const fuzzed = chance.next() < 0.5 ? fuzzBytes(page, chance) : fuzzValues(lines, chance);
      return {
        changes: (response) => {
          response.writeHead(chance.next() < 0.95 ? 200 : 204 + chance.below(300), {
            'content-type': chance.next() < 0.95 ? 'application/x-ndjson' : 'text/html',
          });
          response.end(fuzzed);
        },
      };
    },
  };
}

function fuzzBytes(page: Buffer, chance: Chance): Buffer {
  let bytes = Buffer.from(page);
  const times = 1 + chance.below(8);
  for (let nth = 0; nth < times; nth += 1) {
    const at = chance.below(bytes.length);
    const what = chance.next();
    if (what < 0.6) bytes[at] = chance.below(256);
    else if (what < 0.7) bytes = bytes.subarray(0, Math.max(1, at));
    else if (what < 0.85)
      bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(chance.below(at + 1))]);
    else
      bytes = Buffer.concat([
        bytes.subarray(0, at),
        Buffer.alloc(chance.below(4000), '{['),
        bytes.subarray(at),
      ]);
  }
  return bytes;
}

/** Valid JSON with one value of any depth exchanged, in the line of an item that only the attack has. */
function fuzzValues(lines: readonly string[], chance: Chance): Buffer {
  const good = JSON.parse(lines[0] ?? '{}') as Record<string, unknown>;
  const line: Record<string, unknown> = structuredClone({ ...good, cursor: 'attack-0', id: 'req-attack' });
  exchange(line, chance);
  const all = [JSON.stringify(line), ...lines, pageEnd('attack-end')];
  return Buffer.from(all.map((each) => `${each}\n`).join(''));
}

function exchange(object: Record<string, unknown>, chance: Chance): void {
  const name = chance.pick(Object.keys(object));
  const value = object[name];
  const isObject = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (isObject && chance.next() < 0.8) exchange(value as Record<string, unknown>, chance);
  else object[name] = chance.pick(monsters);
}
