import { expect, test } from 'vitest';
import { callDesk } from '../../support/officer/call-desk.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { passing, sampleCases } from '../../support/e2e/sample-cases.ts';
import { pdfInfo, pdfWords } from '../../support/paper/read-pdf.ts';

const cases = sampleCases({ approve: { change: passing }, hold: { change: passing } });
const scene = useScene({ hasScans: false, requests: 24, shape: cases.shape });

/** The paper's bytes, as the viewer fetches them. */
async function fetched(url: string): Promise<{ status: number; bytes: Uint8Array }> {
  const { status, body } = await scene.page.evaluate(async (address) => {
    const answer = await fetch(address);
    return { status: answer.status, body: [...new Uint8Array(await answer.arrayBuffer())] };
  }, url);
  return { status, bytes: new Uint8Array(body) };
}

async function decided(name: 'approve' | 'hold'): Promise<string> {
  const request = cases.request(name);
  const recorded = await callDesk(scene.page, 'decision.record', {
    requestId: request.id,
    requestVersion: request.version,
    outcome: name,
    ...{
      reasonCodes: [],
      remarks: 'नमूना: द्वारकाप्रसाद से पूछा गया',
      overrides: [],
      checklist: [],
      verdicts: [],
      pins: [],
    },
  });
  if (!recorded.ok) throw new Error(JSON.stringify(recorded.error));
  return recorded.value.decisionId;
}

test('an order exists from the sealing on, is whole words to a reader, and is gone behind the lock', async () => {
  const { page } = scene;
  const decisionId = (await decided('approve')) as never;
  const input = { paper: { kind: 'order', decisionId }, language: 'hi' } as const;
  expect(await callDesk(page, 'paper.make', input)).toEqual({ ok: false, error: { kind: 'no-order-yet' } });

  await scene.office.link.cut();
  await callDesk(page, 'decision.seal', { decisionIds: [decisionId] });
  const made = await callDesk(page, 'paper.make', input);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const { status, bytes } = await fetched(made.value.url);
  expect(status).toBe(200);
  expect(bytes).toHaveLength(made.value.bytes);
  const words = pdfWords(bytes);
  expect(words).toContain('द्वारकाप्रसाद');
  expect(words.join(' ')).toContain('पावती लंबित');
  expect(pdfInfo(bytes).get('Title')).toBe(made.value.title);
  expect(made.value.fileName).toMatch(/^order-MIG-JAIPUR-[\w-]+-hi\.pdf$/);

  // There is no printer here; nothing pretends to have printed.
  const printed = await callDesk(page, 'paper.print', { token: made.value.token });
  expect(printed).toEqual({ ok: false, error: { kind: 'print-failed' } });
  expect(await callDesk(page, 'paper.print', { token: 'x'.repeat(32) })).toEqual({
    ok: false,
    error: { kind: 'paper-gone' },
  });
});

test('every other paper of the office is made, in both languages', async () => {
  const { page } = scene;
  const requestId = cases.request('hold').id;
  const day = new Date(Date.now() + 5.5 * 3_600_000).toISOString().slice(0, 10);
  for (const language of ['hi', 'en'] as const) {
    for (const paper of [
      { kind: 'acknowledgement', requestId },
      { kind: 'status-slip', requestId },
      { kind: 'register', day },
      { kind: 'day-summary' },
    ] as const) {
      const made = await callDesk(page, 'paper.make', { paper, language });
      expect(made.ok, `${paper.kind} ${language}: ${JSON.stringify(made)}`).toBe(true);
    }
  }
  const missing = { kind: 'reconciliation', requestId } as const;
  expect(await callDesk(page, 'paper.make', { paper: missing, language: 'hi' })).toMatchObject({
    error: { kind: 'not-found' },
  });
});

test('a hold has no order, and the sixth paper puts the first away', async () => {
  const { page } = scene;
  const decisionId = (await decided('hold')) as never;
  await callDesk(page, 'decision.seal', { decisionIds: [decisionId] });
  const order = { paper: { kind: 'order', decisionId }, language: 'en' } as const;
  expect(await callDesk(page, 'paper.make', order)).toMatchObject({ error: { kind: 'no-order-yet' } });

  const urls: string[] = [];
  for (let nth = 0; nth < 6; nth += 1) {
    const made = await callDesk(page, 'paper.make', { paper: { kind: 'day-summary' }, language: 'en' });
    if (made.ok) urls.push(made.value.url);
  }
  expect((await fetched(urls[0] ?? '')).status).toBe(404);
  expect((await fetched(urls[1] ?? '')).status).toBe(200);
  // The lock loads the window anew, and with it the call's answer may be lost.
  const locked = callDesk(page, 'session.lock', undefined).catch(() => undefined);
  await Promise.all([page.waitForEvent('load'), locked]);
  expect((await fetched(urls[5] ?? '')).status).toBe(404);
});
