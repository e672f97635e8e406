import { describe, expect, it } from 'vitest';
import {
  firstHalves,
  halvesReducer,
  type HalvesAction,
} from '../../../../renderer/features/viewer/viewer-halves.ts';
import { filterOf, firstView, viewReducer } from '../../../../renderer/features/viewer/view-state.ts';

const box = { page: 0, x: 0.1, y: 0.1, width: 0.2, height: 0.1 };
const run = (...actions: HalvesAction[]) => actions.reduce(halvesReducer, firstHalves);
const go = (documentId: string): HalvesAction => ({ type: 'go', to: { documentId, box } });

describe('halvesReducer', () => {
  it('shows one document, and goes to a place on it', () => {
    const state = run(go('pan'));
    expect(state.shown.left).toBe('pan');
    expect(state.places.left).toEqual({ documentId: 'pan', box, asked: 1 });
  });

  it('asks again for the same place', () => {
    expect(run(go('pan'), go('pan')).places.left?.asked).toBe(2);
  });

  it('goes to the half where the document stands already', () => {
    const compared = run(
      { type: 'go-both', left: { documentId: 'aadhaar', box }, right: { documentId: 'pan', box } },
      { type: 'activate', half: 'left' },
      go('pan'),
    );
    expect(compared.shown).toEqual({ left: 'aadhaar', right: 'pan' });
    expect(compared.active).toBe('right');
    expect(compared.places.right?.asked).toBe(3);
  });

  it('goes to the half in use where the document is in neither', () => {
    const state = run(
      { type: 'go-both', left: { documentId: 'aadhaar', box }, right: { documentId: 'pan', box } },
      { type: 'activate', half: 'right' },
      go('form'),
    );
    expect(state.shown).toEqual({ left: 'aadhaar', right: 'form' });
  });

  it('shows both sides of a comparison beside each other', () => {
    const state = run({
      type: 'go-both',
      left: { documentId: 'aadhaar', box },
      right: { documentId: 'form', box: null },
    });
    expect(state.isCompared).toBe(true);
    expect(state.places.left?.documentId).toBe('aadhaar');
    expect(state.places.right).toBeNull();
  });

  it('forgets the place when the officer chooses another document', () => {
    expect(run(go('pan'), { type: 'select', half: 'left', documentId: 'form' }).places.left).toBeNull();
  });
});

describe('light and contrast', () => {
  const brighter = { type: 'adjust', what: 'brightness', by: 1 } as const;
  const darker = { type: 'adjust', what: 'brightness', by: -1 } as const;

  it('as many steps back end where they began', () => {
    const there = Array.from({ length: 5 }, () => brighter).reduce(viewReducer, firstView);
    const back = Array.from({ length: 5 }, () => darker).reduce(viewReducer, there);
    expect(filterOf(there)).toBe('brightness(2) contrast(1)');
    expect(filterOf(back)).toBeUndefined();
  });

  it('never goes black, and is taken back in one step', () => {
    const dark = Array.from({ length: 50 }, () => darker).reduce(viewReducer, firstView);
    expect(dark.brightness).toBeGreaterThan(0.3);
    expect(viewReducer(dark, { type: 'as-scanned' })).toEqual(firstView);
  });
});

describe('show-page', () => {
  it('keeps a page that is asked for before the pages are known, and corrects one that is not there', () => {
    const asked = viewReducer(firstView, { type: 'show-page', page: 2 });
    expect(viewReducer(asked, { type: 'pages-known', pages: 3 }).page).toBe(2);
    expect(viewReducer(asked, { type: 'pages-known', pages: 1 }).page).toBe(1);
  });
});
