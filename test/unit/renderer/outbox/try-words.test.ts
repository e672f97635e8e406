import { describe, expect, it } from 'vitest';
import { blobHash, requestId } from '../../../../shared/domain/ids.ts';
import { transferActId } from '../../../../shared/domain/transfer/transfer-act.ts';
import { scanWhy, itemState, type ListedAct, type ListedScan } from '../../../../shared/ipc/views/outbox.ts';
import type { SyncStatus } from '../../../../shared/ipc/sync-status.ts';
import { startI18n } from '../../../../renderer/app/i18n/start-i18n.ts';
import { neededActions } from '../../../../renderer/features/outbox/needed-actions.ts';
import { actWords, scanWords } from '../../../../renderer/features/outbox/try-words.ts';

const today = '2026-11-27';
const facts = {
  requestId: requestId.parse('req-1'),
  requestNo: 'MR/2026/000001',
  kioskCode: 'K11034638',
  centreName: { hi: 'नमूना', en: 'Sample' },
  attempts: 3,
  nextTryAt: '2026-11-27T09:40:00.000Z',
};
const scan: ListedScan = {
  ...facts,
  hash: blobHash.parse('0'.repeat(64)),
  ...{ kind: 'pan', size: 1, shown: 'waiting', why: null, failedAt: '2026-11-27T09:30:00.000Z' },
};
const act: ListedAct = {
  ...facts,
  id: transferActId.parse('01997000-0000-7000-9000-000000000001'),
  ...{ kind: 'acknowledge', shown: 'waiting', at: '2026-11-27T09:30:00.000Z', lastError: null, answer: null },
};

function strictTexts(language: 'hi' | 'en') {
  return startI18n(language, (key) => {
    throw new Error(`No text for ${key}`);
  });
}

describe.each(['hi', 'en'] as const)('the words for what was tried, in %s', (language) => {
  const spaces: ['outbox', 'errors'] = ['outbox', 'errors'];
  const t = strictTexts(language).getFixedT(language, spaces);

  it('give a reason for every failure of a scan, the tries and the next one', () => {
    for (const why of scanWhy.options) {
      const [reason, tries] = scanWords({ ...scan, why }, t, today);
      expect(reason).not.toBe(why);
      expect(tries).toContain('3');
      expect(tries).toContain('15:10');
    }
  });

  it('give the next try with its date where that is another day', () => {
    const tries = (day: string) => scanWords({ ...scan, why: 'no-link' }, t, day)[1];
    expect(tries(today)).not.toContain('27/11/2026');
    expect(tries('2026-11-26')).toContain('27/11/2026 15:10');
  });

  it('say nothing of a scan that was never tried', () => {
    expect(scanWords(scan, t, today)).toEqual([]);
  });

  it('tell why an act is parked or refused, and nothing of an accepted one', () => {
    const only = strictTexts(language).getFixedT(language, 'outbox');
    const lastError = 'server-failed: internal';
    expect(
      actWords({ ...act, shown: 'parked', lastError, nextTryAt: null }, only, today).join(' '),
    ).not.toContain('internal');
    expect(actWords({ ...act, shown: 'refused', answer: 'nothing-to-do' }, only, today)).toHaveLength(1);
    expect(actWords({ ...act, shown: 'refused', answer: 'of-a-newer-server' }, only, today)[0]).toContain(
      'newer',
    );
    expect(actWords({ ...act, shown: 'accepted' }, only, today)).toEqual([]);
  });
});

describe('a banner', () => {
  const none = Object.fromEntries(itemState.options.map((state) => [state, 0])) as Record<
    (typeof itemState.options)[number],
    number
  >;
  const totals = { decision: none, act: none, scan: none, upload: none };

  it('is not shown for what mends itself', () => {
    const waiting = { ...none, waiting: 9, 'under-way': 1, sent: 3 };
    expect(neededActions(null, { decision: waiting, act: waiting, scan: waiting, upload: waiting })).toEqual(
      [],
    );
  });

  it('tells who signed a certificate that is not trusted, and leaves a proxy that is away to mend itself', () => {
    const status = { refused: 0, conflicted: 0, problemDetail: 'Sample CA' } as SyncStatus;
    expect(neededActions({ ...status, problem: 'certificate-untrusted' }, totals)).toEqual([
      { name: 'certificate-untrusted', count: 0, detail: 'Sample CA' },
    ]);
    expect(neededActions({ ...status, problem: 'proxy-unreachable' }, totals)).toEqual([]);
  });

  it('counts what is parked on both ways, and what waits for a hand', () => {
    const act = { ...none, parked: 2 };
    const scan = { ...none, parked: 3, hand: 1 };
    expect(neededActions(null, { ...totals, act, scan, upload: { ...none, parked: 1, refused: 2 } })).toEqual(
      [
        { name: 'parked', count: 6 },
        { name: 'hand', count: 1 },
      ],
    );
  });
});
