import { describe, expect, it } from 'vitest';
import { reasonsInNote } from '../../../../../shared/domain/story/reasons-in-note.ts';
import { holderOf } from '../../../../../shared/domain/story/holder-of.ts';
import { standingLines } from '../../../../../shared/domain/story/standing-lines.ts';
import { storyOf } from '../../../../../shared/domain/story/story-of.ts';
import type { StoryDecision, StoryInput } from '../../../../../shared/domain/story/story-line.ts';
import type { MigrationRequest } from '../../../../../shared/domain/request.ts';
import { pileOfStatus } from '../../../../../shared/domain/slim-row.ts';
import { lspId } from '../../../../../shared/domain/ids.ts';
import { holderWords, storySentences } from '../../../../../shared/text/story-text.ts';
import hi from '../../../../../shared/locales/hi/story.json' with { type: 'json' };
import en from '../../../../../shared/locales/en/story.json' with { type: 'json' };
import { sampleRequest } from '../../../../support/samples/sample-request.ts';
import { sampleTransfer } from '../../../../support/samples/sample-transfer.ts';

const by = { hi: 'नमूना', en: 'Sample' };
const names = {
  lsps: [
    { id: lspId.parse('lsp-01'), name: { hi: 'नमूना एलएसपी एक', en: 'Sample LSP One' } },
    { id: lspId.parse('lsp-02'), name: { hi: 'नमूना एलएसपी दो', en: 'Sample LSP Two' } },
  ],
  reasonCodes: [{ code: 'O03', text: { hi: 'पृष्ठ अस्पष्ट', en: 'Page unclear' } }],
};

function told(request: Partial<MigrationRequest>, changes: Partial<StoryInput> = {}): StoryInput {
  const whole = sampleRequest({ receivedOn: '2026-03-17', applicationDate: '2026-03-17', ...request });
  const dates = { day7On: '2026-03-30', dueOn: '2026-04-13', unknownYears: [] };
  const row = { ...dates, pile: pileOfStatus(whole.status), paused: whole.pauses.some((p) => p.to === null) };
  return { request: whole, row, decision: null, transfer: null, today: '2026-03-25', ...changes };
}

const entry = (event: MigrationRequest['history'][number]['event'], day: string, note = '') => ({
  ...{ at: `${day}T06:00:00.000Z`, event, by, note },
});
const hindi = (input: StoryInput) => storySentences(storyOf(input), 'hi', names).map(({ text }) => text);
const english = (input: StoryInput) => storySentences(storyOf(input), 'en', names).map(({ text }) => text);

const returned = told({
  status: 'returned',
  pauses: [{ from: '2026-03-20', to: null, why: 'returned' }],
  history: [
    entry('received', '2026-03-17'),
    entry('returned', '2026-03-20', 'O03: आवेदन पत्र का पृष्ठ 2 अस्पष्ट है।'),
  ],
});

const decision: StoryDecision = {
  outcome: 'reject',
  state: 'sent',
  reasonCodes: ['O03'],
  remarks: 'नमूना',
  recordedAt: '2026-03-24T19:00:00.000Z',
  orderNo: 'MIG/JAIPUR-A/2026/0007',
};

describe('the story of a request', () => {
  it('tells the receipt, the return with its reasons, and who has the file', () => {
    expect(hindi(returned)).toEqual([
      '17/03/2026 को आवेदन MR/2026/000001 कार्यालय में प्राप्त हुआ: कियोस्क K11034638 को नमूना एलएसपी एक से नमूना एलएसपी दो में ले जाने हेतु।',
      '20/03/2026 को आवेदन आक्षेप सहित लौटाया गया। कारण: O03 (पृष्ठ अस्पष्ट)। टिप्पणी: आवेदन पत्र का पृष्ठ 2 अस्पष्ट है।',
    ]);
    expect(english(returned)[1]).toContain('Reasons: O03 (Page unclear).');
    expect(holderOf(returned)).toEqual({ by: 'kiosk', since: '2026-03-20' });
    expect(holderWords(holderOf(returned), 'hi').text).toBe(
      'अब फ़ाइल कियोस्क के पास है; कार्यालय की घड़ी रुकी है। (20/03/2026 से)',
    );
  });

  it('tells the due date with its caveat, and none once it is decided', () => {
    const caveat = told({}, { row: { ...told({}).row, unknownYears: [2027] } });
    expect(storySentences(standingLines(caveat), 'en', names).map(({ text }) => text)).toEqual([
      'The 7th working day is 30/03/2026, the 15th is 13/04/2026.',
      'The holidays of 2027 are not recorded, so this date may change.',
    ]);
    const keys = (input: StoryInput) => standingLines(input).map(({ key }) => key);
    expect(keys(returned)).toEqual(['due-if-back-today']);
    expect(keys({ ...caveat, today: '2026-04-13' })[0]).toBe('due-today');
    expect(keys({ ...returned, today: '2026-04-14' })[0]).toBe('due-past');
    expect(keys(told({ status: 'approved' }))).toEqual([]);
    expect(keys(told({}, { decision }))).toEqual([]);
  });

  it('tells what was decided here and the server has not heard, on the day in India', () => {
    const input = told({}, { decision });
    expect(english(input).at(-1)).toBe(
      'On 25/03/2026 the office recorded its decision to reject. Order no. MIG/JAIPUR-A/2026/0007. Reasons: O03 (Page unclear). Remarks: नमूना',
    );
    expect(holderOf(input)).toEqual({ by: 'office-to-send', since: '2026-03-25' });
  });

  it('does not tell at the counter what can still be undone', () => {
    const input = told({}, { decision: { ...decision, state: 'recorded', orderNo: null } });
    expect(storyOf(input).map(({ key }) => key)).toEqual(['received', 'decision-not-final']);
    expect(english(input).join(' ')).not.toMatch(/reject|नमूना/);
    expect(holderOf(input)).toEqual(holderOf(told({})));
    expect(standingLines(input)).toEqual(standingLines(told({})));
  });

  it('tells an accepted decision once: by this desk until the server tells it', () => {
    const accepted = { ...decision, state: 'accepted' as const };
    const ahead = told({}, { decision: accepted, row: { ...told({}).row, pile: 'done' } });
    expect(storyOf(ahead).map(({ key }) => key)).toEqual(['received', 'decided-reject', 'answer-accepted']);
    const history = [entry('received', '2026-03-17'), entry('rejected', '2026-03-25', 'O03')];
    const arrived = told({ status: 'rejected', history }, { decision: accepted });
    expect(storyOf(arrived).map(({ key }) => key)).toEqual(['received', 'rejected']);
    expect(holderOf(arrived).by).toBe('closed-rejected');
  });

  it.each(['refused', 'conflicted'] as const)('gives the file back to the office when it was %s', (state) => {
    const input = told({}, { decision: { ...decision, state } });
    expect(storyOf(input).at(-1)?.key).toBe(`answer-${state}`);
    expect(holderOf(input).by).toBe('office');
  });

  const history = [entry('received', '2026-03-17'), entry('approved', '2026-03-20')];

  it('tells the transfer, the old and the new ID', () => {
    const done = { transfer: sampleTransfer(), toAcknowledge: [] };
    const input = told({ status: 'transferred', history }, { transfer: done });
    expect(hindi(input).slice(2)).toEqual([
      '18/11/2026 को केन्द्र के अभिलेख नमूना एलएसपी दो में ले जाए गए।',
      '18/11/2026 से पुरानी आईडी K11034638 निष्क्रिय और नई आईडी K11099999 सक्रिय है; लॉगिन नई आईडी से करें।',
      '18/11/2026 को हस्तांतरण पूर्ण हुआ।',
    ]);
    expect(holderOf(input).by).toBe('closed-transferred');
    const open = { ...input, transfer: { ...done, toAcknowledge: ['wallet|||1|2'] } };
    expect(holderOf(open).by).toBe('office-to-acknowledge');
    const kept = { transfer: sampleTransfer({ newKioskCode: null }), toAcknowledge: [] };
    expect(english({ ...input, transfer: kept }).join(' ')).toContain('The ID K11034638 stays in use');
  });

  it('says who must act when a transfer fails', () => {
    const failed = (failure: 'interrupted' | 'record-missing') =>
      told(
        { status: 'approved', history },
        { transfer: { transfer: sampleTransfer({ state: 'failed', failure }), toAcknowledge: [] } },
      );
    expect(holderOf(failed('record-missing')).by).toBe('office-transfer-failed');
    expect(holderOf(failed('interrupted')).by).toBe('central-server');
    expect(hindi(failed('record-missing')).at(-1)).toContain('दस्तावेज आवश्यक हैं');
    expect(holderOf(told({ status: 'approved', history })).by).toBe('central-server');
  });

  it('shortens a long remark at a whole sign, and keeps a note without codes', () => {
    const note = 'क्षि'.repeat(400);
    const input = told({ status: 'returned', history: [entry('returned', '2026-03-20', note)] });
    const text = hindi(input).at(-1) ?? '';
    expect(text.length).toBeLessThan(1400);
    expect(text.endsWith('…')).toBe(true);
    expect(reasonsInNote('R01, R02: दो कारण')).toEqual({ codes: ['R01', 'R02'], remarks: 'दो कारण' });
    expect(reasonsInNote('R01')).toEqual({ codes: ['R01'], remarks: '' });
    expect(reasonsInNote('रसीद: भेजें')).toEqual({ codes: [], remarks: 'रसीद: भेजें' });
  });

  it('has the same sentences with the same places in both languages', () => {
    const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
    expect(Object.keys(en.lines)).toEqual(Object.keys(hi.lines));
    for (const key of Object.keys(hi.lines) as (keyof typeof hi.lines)[]) {
      expect(places(en.lines[key])).toEqual(places(hi.lines[key]));
    }
    expect(Object.keys(en.holder)).toEqual(Object.keys(hi.holder));
    expect(Object.keys(en.failures)).toEqual(Object.keys(hi.failures));
  });
});
