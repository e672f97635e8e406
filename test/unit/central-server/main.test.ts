import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';

const main = fileURLToPath(new URL('../../central-server/main.ts', import.meta.url));

function run(words: readonly string[], env: Record<string, string> = {}) {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const given = { ...inherited, ...env };
  return spawnSync(process.execPath, [main, ...words], { env: given, encoding: 'utf8', timeout: 30_000 });
}

test('a database that outlives its scans is refused by name', () => {
  const { status, stderr } = run(['--port', '0'], { DATABASE_URL: 'postgres://127.0.0.1:1/none' });
  expect(status).toBe(2);
  expect(stderr).toContain('--data FOLDER');
});

describe('the words of the command', () => {
  it('--help tells the forms and is done', () => {
    const { status, stdout, stderr } = run(['--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('npm run central -- courier');
    expect(stdout).toContain('--data FOLDER');
  });

  it.each([[['--loud']], [['curier']], [['courier', '--loud']], [['--port', 'x']]])(
    '%j is refused in one line',
    (words) => {
      const { status, stdout, stderr } = run(words);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
      expect(stderr).toContain(words.at(-1));
    },
  );
});
