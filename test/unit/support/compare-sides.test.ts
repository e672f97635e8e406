import { describe, expect, it } from 'vitest';
import { compareAnswers, compareSides, type Sides } from '../../drill/account/compare-sides.ts';
import { noCounts, reportOf } from '../../drill/account/drill-report.ts';

const told = [{ id: 'one', requestId: 'request', content: 'text' }];
const answer = { id: 'one', requestId: 'request', result: 'accepted', content: 'text' } as const;
const item = { decisionId: 'one', state: 'accepted', hasReceipt: true } as const;
const agreed: Sides = {
  told,
  notTold: new Set(),
  server: { answers: [answer], effects: new Map([['request', 1]]), accepted: new Map([['request', 1]]) },
  client: { outbox: [item] },
};
const nothing = { lost: 0, duplicated: 0, falseSynced: 0, silentWrong: 0 };

function differing(server: Partial<Sides['server']>, client: Partial<Sides['client']> = {}) {
  return compareSides({
    ...agreed,
    server: { ...agreed.server, ...server },
    client: { ...agreed.client, ...client },
  });
}

describe('three accounts of the same decisions', () => {
  it('agree', () => {
    expect(compareSides(agreed)).toEqual(nothing);
  });

  it('a told decision that the server or the client does not have is lost', () => {
    expect(differing({ answers: [] })).toMatchObject({ lost: 1, falseSynced: 1 });
    expect(differing({}, { outbox: [] })).toEqual({ ...nothing, lost: 1 });
  });

  it('an effect without an accepted decision of its own, or an item twice, is a double', () => {
    expect(differing({ effects: new Map([['request', 2]]) })).toEqual({ ...nothing, duplicated: 1 });
    expect(differing({}, { outbox: [item, item] })).toEqual({ ...nothing, duplicated: 1 });
  });

  it('accepted here is false when it is not so there, and without its receipt', () => {
    expect(differing({ answers: [{ ...answer, result: 'conflict' }] })).toEqual({
      ...nothing,
      falseSynced: 1,
    });
    expect(differing({}, { outbox: [{ ...item, hasReceipt: false }] })).toEqual({
      ...nothing,
      falseSynced: 1,
    });
    const sent = { ...item, state: 'sent', hasReceipt: false } as const;
    expect(compareAnswers({ outbox: [item, sent] }, new Map())).toBe(1);
  });

  it('another text, and a decision that nobody made, are wrong', () => {
    expect(differing({ answers: [{ ...answer, content: 'other' }] })).toEqual({ ...nothing, silentWrong: 1 });
    const stranger = { ...answer, id: 'stranger' };
    expect(differing({ answers: [answer, stranger] })).toEqual({ ...nothing, silentWrong: 1 });
  });
});

it('a drill that met fewer faults than it was to, or any loss, does not pass', () => {
  expect(reportOf('sample', 2, { ...noCounts(), count: 2 }).pass).toBe(true);
  expect(reportOf('sample', 2, { ...noCounts(), count: 1 }).pass).toBe(false);
  expect(reportOf('sample', 2, { ...noCounts(), count: 2, lost: 1 }).pass).toBe(false);
});
