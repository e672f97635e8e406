import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { gatherPaper } from '../../../electron/paper/gather-paper.ts';
import type { PaperSources } from '../../../electron/paper/gather.ts';
import type { StoredOrder } from '../../../electron/storage/store.ts';
import type { DecisionContent } from '../../../shared/domain/decision.ts';
import { wordsOnPaper } from '../../support/paper/words-on-paper.ts';
import { sampleContent, sampleOffice } from '../../support/paper/sample-papers.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';

const receiptText = JSON.stringify({
  ...{ protocol: 1, decisionId: sampleContent().id, requestId: 'req-1', contentHash: 'a'.repeat(64) },
  ...{ serverSequence: 4711, requestVersion: 2, acceptedAt: '2026-10-13T09:20:00.000Z' },
});

function storedOrder(content: DecisionContent, changes: Partial<StoredOrder> = {}): StoredOrder {
  const text = JSON.stringify(content);
  const sealed = {
    ...{ id: content.id, content: text, officerSignature: 'c2ln', sequence: 7, previous: '0'.repeat(64) },
    ...{ salt: 'b'.repeat(32), commitment: 'c'.repeat(64), sealedAt: '2026-10-13T09:10:00.000Z' },
    deviceSignature: 'ZGV2',
  };
  const decision = {
    ...{ id: content.id, content: text, officerSignature: 'c2ln', sealsAt: sealed.sealedAt },
    ...{ parsed: content, outcome: content.outcome, state: 'sent' as const, sealed },
  };
  const orderNo = 'MIG/JAIPUR-A/2026/0007';
  return { decision, orderNo, receipt: null, voidWhy: null, answeredAt: null, ...changes };
}

/** Only what an order reads. */
function sourcesOf(order: StoredOrder | null): PaperSources {
  const colleague = {
    id: 'officer-2',
    name: { hi: 'नमूना सहकर्मी', en: 'Sample Colleague' },
    title: { hi: 'प्रोग्रामर', en: 'Programmer' },
  };
  const master = { lsps: [], reasonCodes: [], helplines: [], officers: [colleague] };
  const officer = {
    id: 'officer-1',
    name: { hi: 'नमूना अधिकारी', en: 'Sample Officer' },
    title: sampleOffice.signingTitle,
  };
  const sources = {
    store: {
      order: async () => order,
      request: async () => ({ request: sampleRequest() }),
      master: async () => master,
      additions: async () => [],
    },
    identity: { district: sampleOffice.district, officer },
    ...{ now: sampleOffice.madeAt, today: '2026-10-13', isSample: false },
  };
  return sources as unknown as PaperSources;
}

async function gathered(order: StoredOrder | null) {
  const wish = { kind: 'order', decisionId: sampleContent().id } as const;
  return gatherPaper(sourcesOf(order), wish, 'en');
}

async function made(order: StoredOrder) {
  const paper = await gathered(order);
  if (!paper.ok) throw new Error(paper.error.kind);
  const closing = paper.value.blocks.find((block) => block.kind === 'closing');
  return {
    paper: paper.value,
    text: wordsOnPaper(paper.value, 1).join(' '),
    code: closing?.code?.content ?? '',
  };
}

describe('the order of a decision', () => {
  test('that is not sealed, or is a hold, does not exist', async () => {
    expect(await gathered(null)).toEqual({ ok: false, error: { kind: 'no-order-yet' } });
    const hold = storedOrder(sampleContent({ outcome: 'hold' }));
    expect(await gathered(hold)).toEqual({ ok: false, error: { kind: 'no-order-yet' } });
  });

  test('carries the signatures in its code, and the receipt once it is there', async () => {
    const order = storedOrder(sampleContent());
    const hash = createHash('sha256').update(order.decision.content, 'utf8').digest('hex');
    const first = await made(order);
    expect(first.code.split('|').slice(0, 5)).toEqual([
      'DESK1',
      order.orderNo,
      order.decision.id,
      hash,
      'c2ln',
    ]);
    expect(first.code.split('|')).toHaveLength(10);
    expect(first.text).toContain('Receipt pending');
    const again = await made({ ...order, receipt: { text: receiptText, signature: 'c3J2' } });
    expect(again.code).toContain(first.code);
    expect(again.code.split('|').slice(10)).toEqual([
      ...['4711', '2026-10-13T09:20:00.000Z'],
      ...[createHash('sha256').update(receiptText, 'utf8').digest('hex'), 'c3J2'],
    ]);
    expect(again.text).toContain('Receipt of the central server: No. 4711');
  });

  test('with a receipt that cannot be read stays pending', async () => {
    const torn = { text: receiptText.slice(0, 40), signature: 'c3J2' };
    expect((await made(storedOrder(sampleContent(), { receipt: torn }))).text).toContain('Receipt pending');
  });

  test('is void when the server refused or contested it, also without a reason', async () => {
    const order = storedOrder(sampleContent());
    const contested = { ...order, decision: { ...order.decision, state: 'conflicted' as const } };
    expect((await made(contested)).paper.watermark).toBe('VOID');
    expect((await made({ ...order, voidWhy: 'withdrawn' })).text).toContain('the request had been withdrawn');
  });

  test('of another officer of the office has that officer’s name and title', async () => {
    const { text } = await made(storedOrder(sampleContent({ officerId: 'officer-2' as never })));
    expect(text).toContain('Sample Colleague Programmer');
    expect(text).not.toContain('Sample Officer');
    expect((await made(storedOrder(sampleContent()))).text).toContain('Sample Officer District');
  });

  test('of an officer whom the vault does not know is signed by hand; an unknown LSP stands by its id', async () => {
    const { text } = await made(storedOrder(sampleContent({ officerId: 'officer-3' as never })));
    expect(text).not.toContain('Sample Colleague');
    expect(text).not.toContain('Sample Officer');
    expect(text).toContain('lsp-01');
  });
});
