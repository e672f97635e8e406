import { describe, expect, test } from 'vitest';
import { fileNameOf } from '../../../../shared/paper/file-name-of.ts';
import { officeFacts, headBlocks } from '../../../../shared/paper/office-facts.ts';
import { isOrderOutcome } from '../../../../shared/paper/order-paper.ts';
import { keptRecordPaper } from '../../../../shared/paper/kept-record-paper.ts';
import type { Paper } from '../../../../shared/paper/paper.ts';
import { paperText } from '../../../../shared/paper/paper-text.ts';
import { acknowledgementPaper } from '../../../../shared/paper/acknowledgement-paper.ts';
import type { RuleResult } from '../../../../shared/domain/rule-result.ts';
import { aadhaarLikeNumber } from '../../../support/samples/aadhaar-like.ts';
import { sampleTransfer } from '../../../support/samples/sample-transfer.ts';
import { sampleRequest } from '../../../support/samples/sample-request.ts';
import { paperWords } from '../../../../shared/paper/paper-words.ts';
import { reconciliationPaper } from '../../../../shared/paper/reconciliation-paper.ts';
import type { ReconciliationLine } from '../../../../shared/domain/transfer/transfer.ts';
import { registerPaper } from '../../../../shared/paper/register-paper.ts';
import { localAdditionId, type LocalEntry } from '../../../../shared/domain/local-addition.ts';
import { officerId } from '../../../../shared/domain/ids.ts';
import {
  sampleContent,
  sampleKeptRecord,
  sampleOffice,
  sampleOrder,
  sampleRegisterLine,
} from '../../../support/paper/sample-papers.ts';
import { wordsOnPaper } from '../../../support/paper/words-on-paper.ts';

const textOf = (paper: Paper) => wordsOnPaper(paper, 1).join(' ');
const hi = paperWords('hi');

describe('an order', () => {
  test('reads receipt pending until the server has answered, in both languages', () => {
    expect(textOf(sampleOrder('hi', 'approve', { receipt: null }))).toContain('पावती लंबित');
    expect(textOf(sampleOrder('en', 'approve', { receipt: null }))).toContain('Receipt pending');
    const answered = textOf(sampleOrder('hi', 'approve'));
    expect(answered).toContain('4711');
    expect(answered).not.toContain('लंबित');
  });

  test('that is void says so at its head and across each page, and waits for no receipt', () => {
    const isVoid = { why: 'already-decided', at: '2026-10-13T09:20:00.000Z' };
    const paper = sampleOrder('en', 'approve', { receipt: null, isVoid });
    expect(paper.watermark).toBe('VOID');
    expect(textOf(paper)).toContain('This order is void');
    expect(textOf(paper)).not.toContain('Receipt pending');
    const newer = sampleOrder('hi', 'approve', { isVoid: { why: 'something-new', at: null } });
    expect(textOf(newer)).toContain('something-new');
  });

  test('says a rule that was set aside in so many words, with the reason', () => {
    const text = textOf(sampleOrder('en', 'approve'));
    expect(text).toContain('This condition is not met: Proposed LSP has enough kiosks.');
    expect(text).toContain('बीसवाँ कियोस्क इसी सप्ताह चालू हुआ');
  });

  test('names a reason code that the master data do not know by its code', () => {
    const paper = sampleOrder('hi', 'reject', { content: sampleContent({ reasonCodes: ['Z99'] }) });
    expect(textOf(paper)).toContain('Z99');
  });

  test('is for approvals, rejections and returns', () => {
    expect((['approve', 'reject', 'return', 'hold'] as const).map(isOrderOutcome)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('the register', () => {
  const line = (index: number) => sampleRegisterLine(index, { hi: 'नमूना', en: 'Sample' });
  const of = (indices: number[]) =>
    registerPaper({ day: '2026-10-13', series: 'A', lines: indices.map(line), office: sampleOffice }, 'hi');

  test('keeps the order of the numbers, and has अभ्युक्ति for the void ones', () => {
    const table = of([9, 0, 4]).blocks.find((block) => block.kind === 'table');
    expect(table?.columns.at(-1)?.head).toBe('अभ्युक्ति');
    expect(table?.rows.map((row) => row[1])).toEqual(
      [1, 5, 10].map((n) => `MIG/JAIPUR-A/2026/${String(n).padStart(4, '0')}`),
    );
    expect(table?.rows[2]?.at(-1)).toBe(hi.voidWhy['already-decided']);
  });

  test('says itself where a number is missing', () => {
    expect(textOf(of([0, 1, 2]))).not.toContain('कारण जाँचें');
    expect(textOf(of([0, 4]))).toContain('क्रमांक 2 से 4 तक');
  });

  test('counts each number once: standing by outcome, or void', () => {
    const totals = of(Array.from({ length: 40 }, (_, index) => index)).blocks.find(
      (block) => block.kind === 'facts',
    );
    const values = totals?.rows.map(({ value }) => Number(value)) ?? [];
    const [total = 0, ...rest] = values;
    expect(total).toBe(40);
    expect(rest.slice(0, 5).reduce((sum, value) => sum + value, 0)).toBe(40);
    expect(rest[4]).toBe(4);
  });

  test('of a day without numbers says so', () => {
    expect(textOf(of([]))).toContain(hi.register.empty);
  });
});

test('the office’s latest letterhead, title and logo stand; helplines add up', () => {
  const addition = (at: string, entry: LocalEntry) => ({
    ...{ id: localAdditionId.parse('0199aaaa-0000-7000-8000-000000000001'), entry, at },
    ...{ by: officerId.parse('o'), byName: { hi: '', en: '' } },
  });
  const lines = (text: string) => [{ hi: text, en: text }];
  const office = officeFacts({
    ...{
      district: sampleOffice.district,
      officerTitle: { hi: 'पद', en: 'Post' },
      helplines: [],
      isSample: false,
    },
    madeAt: sampleOffice.madeAt,
    additions: [
      addition('2026-02-01T00:00:00.000Z', { kind: 'letterhead', lines: lines('नमूना दूसरा') }),
      addition('2026-01-01T00:00:00.000Z', { kind: 'letterhead', lines: lines('नमूना पहला') }),
      addition('2026-01-01T00:00:00.000Z', { kind: 'helpline', label: { hi: '', en: '' }, number: '0000-1' }),
    ],
  });
  expect(headBlocks(office, 'hi')).toEqual([{ kind: 'letterhead', lines: ['नमूना दूसरा'], logo: null }]);
  expect(office.signingTitle.en).toBe('Post');
  expect(office.helplines).toHaveLength(1);
});

test('a text is written in one way, without what no reader sees; joiners stay', () => {
  expect(paperText('\u095Bअ\u200Bब\u202Eक\u200Dष\r\nग')).toBe('\u091C\u093Cअबक\u200Dष\nग');
  expect(paperText('a\u0000b\uD800')).toBe('a b\uFFFD');
});

test('a payment reference and a telephone number stand as typed; every other number is masked', () => {
  const number = aadhaarLikeNumber().replaceAll(' ', '');
  const masked = `XXXXXXXX${number.slice(-4)}`;
  expect(paperText({ text: `₹500.00, ${number}`, asTyped: number })).toBe(`₹500.00, ${number}`);
  expect(paperText({ text: `${number}: ${number}`, asTyped: number })).toBe(`${masked}: ${number}`);
  expect(paperText({ text: `नमूना ${number}`, asTyped: '' })).toBe(`नमूना ${masked}`);
  expect(paperText({ text: `नमूना ${number}`, asTyped: 'SAMPLE-1' })).toBe(`नमूना ${masked}`);

  const office = { ...sampleOffice, helplines: [{ label: { hi: number, en: number }, number }] };
  const fee = { amount: 50_000, reference: number, paidOn: '2026-10-01' };
  const request = sampleRequest({ fee, reason: `नमूना ${number}` });
  const row = { day7On: '2026-10-13', dueOn: '2026-10-27', unknownYears: [], paused: false };
  const lsps = { current: { hi: number, en: number }, target: { hi: 'नमूना', en: 'Sample' } };
  const words = textOf(acknowledgementPaper({ request, row, lsps, office }, 'hi')).split(/\s+/);
  expect(words.filter((word) => word === number)).toHaveLength(2);
  expect(words.filter((word) => word === masked)).toHaveLength(3);

  const rule = {
    ...sampleContent().rules.find(({ id }) => id === 'fee'),
    evidence: { due: 1, paid: 1, reference: number },
  };
  const content = sampleContent({ rules: [rule as RuleResult], remarks: `नमूना ${number}` });
  const order = textOf(sampleOrder('en', 'approve', { content }));
  expect(order).toContain(`reference ${number}`);
  expect(order).toContain(`नमूना ${masked}`);
});

test('a file name has only what every file system takes', () => {
  expect(fileNameOf('order', 'MIG/JAIPUR-A/2026/0007', 'hi')).toBe('order-MIG-JAIPUR-A-2026-0007-hi');
  expect(fileNameOf('x', '../../नमूना\0', 'en')).toBe('x-en');
});

describe('a reconciliation', () => {
  test('names the district, and gives a difference with its sign, as the screen does', () => {
    const transfer = sampleTransfer();
    const lines: ReconciliationLine[] = [
      {
        ...{ item: 'centre-district', service: null, month: null, unit: 'text', difference: null },
        ...{ before: 'jaipur', after: 'jaipur', verdict: 'same' },
      },
      {
        ...{ item: 'wallet', service: null, month: null, unit: 'paise', verdict: 'differs' },
        ...{ before: 10_000, after: 9_999, difference: -1 },
      },
      {
        ...{ item: 'service', service: 'नमूना सेवा', month: '2026-08', unit: 'count', verdict: 'differs' },
        ...{ before: 1, after: 3, difference: 2 },
      },
    ];
    const facts = { transfer, centreName: { hi: 'नमूना', en: 'Sample' }, lines, toAcknowledge: [] };
    const names = { lspName: (id: string) => ({ hi: id, en: id }), office: sampleOffice, followUps: [] };
    const districtName = () => ({ hi: 'जयपुर', en: 'Jaipur' });
    for (const language of ['hi', 'en'] as const) {
      const text = textOf(reconciliationPaper({ ...facts, ...names, districtName }, language));
      expect(text).toContain(districtName()[language]);
      expect(text).not.toMatch(/\bjaipur\b/);
      expect(text).toContain('−₹0.01');
      expect(text).toContain('+2');
    }
  });

  test('of which nothing was compared does not read as if nothing differed', () => {
    const transfer = { ...sampleTransfer(), state: 'waiting' as const, before: null, after: null };
    const facts = { transfer, centreName: { hi: 'नमूना', en: 'Sample' }, lines: [], toAcknowledge: [] };
    const lspName = (id: string) => ({ hi: id, en: id });
    for (const language of ['hi', 'en'] as const) {
      const paper = reconciliationPaper(
        { ...facts, followUps: [], lspName, districtName: lspName, office: sampleOffice },
        language,
      );
      const words = paperWords(language).reconciliation;
      expect(textOf(paper)).toContain(words.notCompared);
      expect(textOf(paper)).not.toContain(words.allSame);
    }
  });
});

describe('the record of a computer’s decisions', () => {
  test.each(['hi', 'en'] as const)('in %s names each receipt, and why there is none', (language) => {
    const { keptRecord, voidWhy } = paperWords(language);
    const text = textOf(sampleKeptRecord(language));
    const told = ['4711', keptRecord.unanswered, keptRecord.undone, voidWhy['recorded-after-leaving']];
    for (const words of [...told, 'MIG/JAIPUR-A/2026/0001', '5f5f5f']) expect(text).toContain(words);
  });

  test('of a desk that works and decided nothing says so, and names no end', () => {
    const facts = { series: 'A', since: null, decisions: [], office: sampleOffice };
    const text = textOf(keptRecordPaper(facts, 'en'));
    expect(text).toContain(paperWords('en').keptRecord.empty);
    expect(text).not.toContain('Permission ended');
  });
});
