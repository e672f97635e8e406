import { describe, expect, it } from 'vitest';
import { inputFile } from './input-file.ts';
import { runDesk } from './run-desk.ts';
import { sampleInput } from './sample-input.ts';

describe('the headless desk, as its own process', () => {
  it.each([[[]], [['no-such-verb']], [['toString']], [['help', 'no-such-verb']]])(
    '%j is bad input, and names the verbs',
    async (args) => {
      const { exit, json, sentence } = await runDesk(...args);
      expect(json).toMatchObject({ error: { kind: 'bad-input', path: 'verb' } });
      expect(sentence).toContain('due-date DATE');
      expect(exit).toBe(2);
    },
  );

  it.each([[['help']], [['--help']], [['-h']]])(
    '%j tells all verbs and the exit codes, and is done',
    async (args) => {
      const { exit, json, sentence } = await runDesk(...args);
      expect(json).toMatchObject({ exitCodes: { '2': expect.stringContaining('bad input') as string } });
      expect(Object.keys((json as { verbs: object }).verbs)).toContain('check-document');
      expect(sentence).toContain('due-date DATE');
      expect(exit).toBe(0);
    },
  );

  it.each([[['check-document', '--help']], [['help', 'check-document']]])(
    '%j says whose papers the files are taken for',
    async (args) => {
      const { exit, json, sentence } = await runDesk(...args);
      expect(Object.keys((json as { verbs: object }).verbs)).toEqual(['check-document']);
      expect(sentence).toContain("one applicant's papers");
      expect(exit).toBe(0);
    },
  );

  it('prints one document and one line, and ends with 0, 1 or 2', async () => {
    const file = (changes = {}) => inputFile(JSON.stringify(sampleInput(changes)));
    const runs = await Promise.all([
      runDesk('evaluate', file()),
      runDesk('evaluate', file({ request: { category: 'B' } })),
      runDesk('evaluate', file({ request: { feePaid: -1 } })),
      runDesk('due-date', '2026-03-17'),
      runDesk('due-date', '2026-03-17', '--district', 'नीमकाथाना'),
    ]);
    expect(runs.map((run) => run.exit)).toEqual([0, 1, 2, 0, 2]);
    expect(runs.map((run) => run.sentence.trimEnd().split('\n').length)).toEqual([1, 1, 1, 1, 1]);
    const [passed, failed, refused, due] = runs;
    expect(passed.json).toMatchObject({ overall: 'pass' });
    expect(failed.json).toMatchObject({ overall: 'fail' });
    expect(refused.json).toMatchObject({ error: { path: 'request.feePaid' } });
    expect(due.json).toEqual({
      received: '2026-03-17',
      day7: '2026-03-30',
      day15: '2026-04-13',
      caveat: null,
    });
  });
});
