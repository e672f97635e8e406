import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from '../../../../shared/domain/decision.ts';
import type { DeskError } from '../../../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { emptyDraft } from '../../../../renderer/features/review/decision-form.ts';
import { DraftSaver, saveAfterMs, type SaveState } from '../../../../renderer/features/review/draft-saver.ts';

type Answer = Result<undefined, DeskError>;

function draft(remarks: string): Draft {
  return { ...emptyDraft, remarks };
}

function makeSaver(answer: (remarks: string) => Promise<Answer>) {
  const saved: string[] = [];
  const states: SaveState[] = [];
  const saver = new DraftSaver({
    save: async ({ remarks }) => {
      const result = await answer(remarks);
      if (result.ok) saved.push(remarks);
      return result;
    },
    changed: (state) => states.push(state),
    now: () => 1000,
  });
  return { saver, saved, states };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('DraftSaver', () => {
  it('saves within a second even when the typing never pauses', async () => {
    const { saver, saved } = makeSaver(async () => ok(undefined));
    for (let typed = 1; typed <= 20; typed += 1) {
      saver.change(draft('क'.repeat(typed)));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(saveAfterMs).toBeLessThanOrEqual(500);
    expect(saved.length).toBeGreaterThanOrEqual(4);
    await vi.advanceTimersByTimeAsync(saveAfterMs);
    expect(saved.at(-1)).toBe('क'.repeat(20));
  });

  it('saves at once when flushed, and says when', async () => {
    const { saver, saved, states } = makeSaver(async () => ok(undefined));
    saver.change(draft('क'));
    await saver.flush();
    expect(saved).toEqual(['क']);
    expect(states).toEqual([{ kind: 'waiting' }, { kind: 'saving' }, { kind: 'saved', at: 1000 }]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(saved).toEqual(['क']);
  });

  it('never has two saves at once, and the newest draft is the last', async () => {
    let running = 0;
    let most = 0;
    const { saver, saved } = makeSaver(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 700));
      running -= 1;
      return ok(undefined);
    });
    for (const remarks of ['क', 'ख', 'ग']) {
      saver.change(draft(remarks));
      await vi.advanceTimersByTimeAsync(500);
    }
    await vi.advanceTimersByTimeAsync(3000);
    expect(most).toBe(1);
    expect(saved.at(-1)).toBe('ग');
  });

  it('keeps a draft that could not be saved, and saves it at the next try', async () => {
    let isFull = true;
    const { saver, saved, states } = makeSaver(async () =>
      isFull ? fail({ kind: 'disk-full' }) : ok(undefined),
    );
    saver.change(draft('क'));
    await saver.flush();
    expect(states.at(-1)).toEqual({ kind: 'failed', error: { kind: 'disk-full' } });
    isFull = false;
    await saver.flush();
    expect(saved).toEqual(['क']);
  });

  it('prefers what was typed during a failed save', async () => {
    let isFull = true;
    const { saver, saved } = makeSaver(async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return isFull ? fail({ kind: 'disk-full' }) : ok(undefined);
    });
    saver.change(draft('क'));
    const first = saver.flush();
    saver.change(draft('ख'));
    await vi.advanceTimersByTimeAsync(100);
    await first;
    isFull = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect(saved).toEqual(['ख']);
  });

  it('saves nothing after a decision: a late save would bring the draft back', async () => {
    const { saver, saved } = makeSaver(async () => ok(undefined));
    saver.change(draft('क'));
    saver.stop();
    saver.change(draft('ख'));
    await saver.flush();
    await vi.advanceTimersByTimeAsync(5000);
    expect(saved).toEqual([]);
  });
});
