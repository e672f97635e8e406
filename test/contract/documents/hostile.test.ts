import { expect, test } from 'vitest';
import { holdsAgainstHostile, hostileDocuments } from '../../drill/hostile-documents.ts';

/** The quick form of `npm run drill -- hostile-documents`. */
test(
  'sixty hostile files end with an answer each, and this process is none the worse',
  { timeout: 300_000 },
  async () => {
    const lines: string[] = [];
    const account = await hostileDocuments({ count: 60, seed: 900 }, (line) => lines.push(line));
    expect(account.count).toBe(60);
    expect(holdsAgainstHostile(account), [JSON.stringify(account), ...lines].join('\n')).toBe(true);
    // Many kinds of refusal, and some that are sound enough to be looked into: else nothing was tried.
    expect(Object.keys(account.answers).length).toBeGreaterThan(4);
    expect(account.answers['read']).toBeGreaterThan(0);
  },
);
