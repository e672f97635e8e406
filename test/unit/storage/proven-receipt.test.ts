import { describe, expect, it } from 'vitest';
import { provenReceipt } from '../../../electron/storage/proven-receipt.ts';
import { decide, identity, receiptFor } from '../../contract/store-fixture.ts';

const decision = decide(1, 1);
const { serverKey } = identity;

describe('a receipt', () => {
  it('proves the decision that it is about', () => {
    const content = provenReceipt(receiptFor(decision), decision, serverKey);
    expect(content).toMatchObject({ decisionId: decision.id, requestId: 'req-1', serverSequence: 7 });
  });

  it.each([
    ['signed by another key', receiptFor(decision, { isForged: true })],
    ['about another decision', receiptFor(decision, { decisionId: decide(2, 1).id })],
    ['about another request', receiptFor(decision, { requestId: 'req-2' })],
    ['about another content', receiptFor(decision, { contentHash: '0'.repeat(64) })],
    ['changed after it was signed', { ...receiptFor(decision), text: '{}' }],
    ['with a signature of nonsense', { ...receiptFor(decision), signature: 'AAAA' }],
  ])('%s proves nothing', (_what, receipt) => {
    expect(provenReceipt(receipt, decision, serverKey)).toBeNull();
  });

  it('proves nothing about a content that cannot be read', () => {
    const broken = { ...decision, content: 'no json' };
    expect(provenReceipt(receiptFor(decision), broken, serverKey)).toBeNull();
  });
});
