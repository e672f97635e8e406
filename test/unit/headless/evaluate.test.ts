import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../../shared/domain/rule-result.ts';
import { evaluateVerb } from '../../../electron/headless/evaluate.ts';
import { inputFile } from './input-file.ts';
import { sampleInput } from './sample-input.ts';

interface Output {
  rules: { id: string; result: string; evidence: Record<string, unknown>; order: string | null }[];
  overall: string;
}

async function evaluate(input: unknown) {
  const run = await evaluateVerb([inputFile(typeof input === 'string' ? input : JSON.stringify(input))]);
  const output = run.json as Output;
  const result = (id: string) => output.rules.find((rule) => rule.id === id);
  return { ...run, output, result };
}

const aRuleSet = {
  orderNo: 'SAMPLE/2026/1',
  effectiveFrom: '2026-01-01',
  minimumKiosks: 21,
  minimumMonths: 3,
  maximumMigrations: 3,
  fees: [100, 200, 300],
};

describe('desk evaluate', () => {
  it('passes a complete request, and gives each rule its evidence in words and its order', async () => {
    const { exit, output, result, sentence } = await evaluate(sampleInput());
    expect(output.rules.map((rule) => rule.id)).toEqual([...ruleIds]);
    expect(output.rules.filter((rule) => rule.result !== 'pass')).toEqual([]);
    expect(output.overall).toBe('pass');
    expect(exit).toBe(0);
    expect(sentence).toBe('Overall pass: every rule is met.');
    expect(result('window')?.order).toBe('SAMPLE/7');
    expect(result('fee')?.order).toBe('process description (no order number known)');
    expect(result('fee')?.evidence).toMatchObject({
      en: 'Fee due ₹1,000.00; paid ₹1,000.00, reference –.',
      hi: 'देय शुल्क ₹1,000.00; भुगतान ₹1,000.00, संदर्भ –।',
      due: 1000,
      paid: 1000,
    });
  });

  it('reads a request of which nothing is told: nothing passes', async () => {
    const { exit, output } = await evaluate({ request: {} });
    expect(output.rules.filter((rule) => rule.result === 'pass')).toEqual([]);
    expect(output.rules.filter((rule) => rule.result === 'fail').map((rule) => rule.id)).toEqual(['reason']);
    expect(exit).toBe(1);
  });

  it('takes a request that is null or absent as one of which nothing is told', async () => {
    for (const input of [{ request: null }, { lsp: null }, { windows: [] }]) {
      const { exit, output } = await evaluate(input);
      expect(output.rules.filter((rule) => rule.result === 'pass')).toEqual([]);
      expect([output.overall, exit]).toEqual(['fail', 1]);
    }
  });

  it.each([
    ['category', 'category-c'],
    ['applicationDate', 'window'],
    ['migrationsBefore', 'max-3'],
    ['feePaid', 'fee'],
    ['applicant', 'authorised-operator'],
    ['registeredOperator', 'authorised-operator'],
    ['currentLsp', 'different-lsp'],
    ['targetLsp', 'different-lsp'],
  ])('without request.%s the rule %s is unknown', async (field, rule) => {
    const { exit, output, result } = await evaluate(sampleInput({ request: { [field]: null } }));
    expect(result(rule)?.result).toBe('unknown');
    expect(output.overall).toBe('unknown');
    expect(exit).toBe(1);
  });

  it.each([
    ['workingKiosks', 'lsp-20-kiosks'],
    ['coordinator', 'lsp-coordinator'],
    ['ruralRolloutComplete', 'lsp-rollout-rural'],
    ['urbanRolloutComplete', 'lsp-rollout-urban'],
    ['workStartedOn', 'lsp-3-months'],
  ])('without lsp.%s the rule %s alone is unknown', async (field, rule) => {
    const { output } = await evaluate(sampleInput({ lsp: { [field]: undefined } }));
    expect(output.rules.filter((one) => one.result !== 'pass').map((one) => one.id)).toEqual([rule]);
  });

  it.each([
    ['category-c', { request: { category: 'B+' } }],
    ['lsp-20-kiosks', { lsp: { workingKiosks: 19 } }],
    ['lsp-coordinator', { lsp: { coordinator: false } }],
    ['lsp-coordinator', { lsp: { coordinator: '' } }],
    ['lsp-rollout-rural', { lsp: { ruralRolloutComplete: false } }],
    ['lsp-3-months', { lsp: { workStartedOn: '2026-07-02' } }],
    ['max-3', { request: { migrationsBefore: 3, feePaid: 2000 } }],
    ['fee', { request: { feePaid: 999.99 } }],
    ['fee', { request: { feePaid: 0 } }],
    ['window', { request: { applicationDate: '2026-11-01' } }],
    ['authorised-operator', { request: { registeredOperator: 'रमेश चौधरी' } }],
    ['authorised-operator', { request: { registeredOperator: { hi: '', en: 'Ramesh Choudhary' } } }],
    ['reason', { request: { reason: ' ' } }],
    ['reason', { request: { reason: '\u200B\u2060\u3164' } }],
    ['reason', { request: { reason: '- .' } }],
    ['lsp-coordinator', { lsp: { coordinator: '\u200B-' } }],
    ['different-lsp', { request: { targetLsp: ' नमूना  एलएसपी एक' } }],
    ['different-lsp', { request: { targetLsp: 'नमूना\u200B एलएसपी\u00A0एक.' } }],
    ['different-lsp', { request: { currentLsp: 'Sample Pvt. Ltd.', targetLsp: 'SAMPLE PVT LTD' } }],
    ['different-lsp', { request: { currentLsp: 'नमूना एक', targetLsp: 'Namuna Ek' } }],
  ])('%s fails for %j', async (rule, changes) => {
    const { exit, output, result } = await evaluate(sampleInput(changes));
    expect(result(rule)?.result).toBe('fail');
    expect(output.overall).toBe('fail');
    expect(exit).toBe(1);
  });

  it('fails what is no migration, and says so', async () => {
    const relocation = await evaluate(sampleInput({ request: { purpose: 'RELOCATION' } }));
    expect(relocation.output.overall).toBe('fail');
    expect(relocation.sentence).toContain('the purpose is RELOCATION, not MIGRATION');
    const ownership = await evaluate(sampleInput({ request: { purpose: 'Change of ownership' } }));
    expect(ownership.result('authorised-operator')).toMatchObject({ result: 'fail' });
    expect(ownership.result('authorised-operator')?.evidence['en']).toContain('fresh registration');
    const inHindi = await evaluate(sampleInput({ request: { purpose: 'माइग्रेशन' } }));
    expect(inHindi.output.overall).toBe('pass');
    const untold = await evaluate(sampleInput({ request: { purpose: null } }));
    expect([untold.output.overall, untold.exit]).toEqual(['unknown', 1]);
  });

  it('judges stale figures by the day that is given', async () => {
    const dated = { lsp: { asOf: '2026-08-01' }, today: '2026-10-02' };
    const { result, output } = await evaluate(sampleInput(dated));
    expect(result('lsp-coordinator')).toMatchObject({ result: 'unknown', evidence: { asOf: '2026-08-01' } });
    expect(result('lsp-coordinator')?.evidence['hi']).toContain('01/08/2026');
    expect(output.overall).toBe('unknown');
    const patient = await evaluate(sampleInput({ ...dated, staleAfterDays: { figures: 62 } }));
    expect(patient.output.overall).toBe('pass');
    const strict = await evaluate(sampleInput({ ...dated, staleAfterDays: 61 }));
    expect(strict.output.overall).toBe('unknown');
  });

  it('takes the rule sets that are given, in rupees', async () => {
    const { result } = await evaluate(sampleInput({ ruleSets: [aRuleSet] }));
    expect(result('lsp-20-kiosks')).toMatchObject({ result: 'fail', order: 'SAMPLE/2026/1' });
    expect(result('fee')?.evidence).toMatchObject({ due: 200, paid: 1000 });
    const faulty = await evaluate(sampleInput({ ruleSets: [{ ...aRuleSet, fees: [100] }] }));
    expect(faulty.result('fee')).toMatchObject({ result: 'unknown' });
    expect(faulty.result('fee')?.evidence['en']).toContain('contradict themselves');
  });

  it('knows nothing of the date where a window lacks its end', async () => {
    const { result } = await evaluate(sampleInput({ windows: [{ from: '2026-09-01', to: null }] }));
    expect(result('window')).toMatchObject({ result: 'unknown', order: null });
  });

  it.each([
    ['{"request": {', 'FILE'],
    ['', 'FILE'],
    ['[]', 'input'],
    ['null', 'input'],
    ['{}', 'request'],
    ['{"today": "2026-10-01"}', 'request'],
    ['{"request": []}', 'request'],
    ['{"request": 5}', 'request'],
  ])('the text %s is bad input', async (text, path) => {
    const { exit, json } = await evaluate(text);
    expect(json).toMatchObject({ error: { kind: 'bad-input', path } });
    expect(exit).toBe(2);
  });

  it.each([
    ['request.applicationDate', { request: { applicationDate: '2026-02-30' } }],
    ['request.applicationDate', { request: { applicationDate: '01/10/2026' } }],
    ['request.feePaid', { request: { feePaid: -500 } }],
    ['request.feePaid', { request: { feePaid: '500' } }],
    ['request.feePaid', { request: { feePaid: 500.005 } }],
    ['request.migrationsBefore', { request: { migrationsBefore: -1 } }],
    ['request.migrationsBefore', { request: { migrationsBefore: 1.5 } }],
    ['request.category', { request: { category: 'D' } }],
    ['request.kioskCode', { request: { kioskCode: 'K123' } }],
    ['request.district', { request: { district: 'Delhi' } }],
    ['request.applicant', { request: { applicant: 7 } }],
    ['request.reason', { request: { reason: ['x'] } }],
    ['lsp.workingKiosks', { lsp: { workingKiosks: '25' } }],
    ['lsp.workStartedOn', { lsp: { workStartedOn: '2025-13-01' } }],
    ['lsp.ruralRolloutComplete', { lsp: { ruralRolloutComplete: 'yes' } }],
    ['lsp.coordinator', { lsp: { coordinator: 3 } }],
    ['windows[0].to', { windows: [{ from: '2026-10-31', to: '2026-10-01', orderNo: 'x' }] }],
    ['windows[1].from', { windows: [{}, { from: 'x' }] }],
    ['windows', { windows: {} }],
    ['today', { today: 'today' }],
    ['staleAfterDays', { staleAfterDays: -1 }],
    ['ruleSets[0].fees', { ruleSets: [{ ...aRuleSet, fees: [] }] }],
  ])('%s is named: %j', async (path, changes) => {
    const { exit, json, sentence } = await evaluate(sampleInput(changes));
    expect(exit).toBe(2);
    expect(sentence).toContain(path.split('[')[0]);
    expect(json).toMatchObject({ error: { kind: 'bad-input', path } });
  });

  it('prints no Aadhaar number that was typed into a name', async () => {
    const { json } = await evaluate(sampleInput({ request: { applicant: 'सीता मीणा 9999 4105 7058' } }));
    expect(JSON.stringify(json)).not.toMatch(/9999.?4105/);
  });

  it('reads no more of a large file than it would look at', async () => {
    const { exit, sentence } = await evaluateVerb([inputFile(new Uint8Array(5_000_001))]);
    expect([exit, sentence]).toEqual([2, 'The file is larger than 5 MB.']);
  });

  it.each([['के11034638'], ['k 11034638'], ['d97k0003']])('takes the kiosk code as %s', async (kioskCode) => {
    expect((await evaluate(sampleInput({ request: { kioskCode } }))).exit).toBe(0);
  });

  it('takes a byte order mark, and refuses what is not UTF-8, not there, or a folder', async () => {
    expect((await evaluate(`\uFEFF${JSON.stringify(sampleInput())}`)).exit).toBe(0);
    for (const file of [inputFile(new Uint8Array([0xff, 0xfe, 0x7b])), 'no-such-file.json', '.']) {
      const { exit, json } = await evaluateVerb([file]);
      expect(json).toMatchObject({ error: { kind: 'bad-input', path: 'FILE' } });
      expect(exit).toBe(2);
    }
    expect((await evaluateVerb([])).exit).toBe(2);
  });
});
