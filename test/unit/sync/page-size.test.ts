import { describe, expect, it } from 'vitest';
import { pageSize } from '../../../electron/sync/page-size.ts';
import { limits } from '../../../shared/sync/protocol.ts';

describe('the size of a page', () => {
  it('is the largest on a good link, and small on a thin one', () => {
    expect(pageSize(() => false).items()).toBe(limits.pageItems);
    expect(pageSize(() => true).items()).toBe(100);
  });

  it('shrinks to what comes within eight seconds, and grows again while pages come fast', () => {
    const size = pageSize(() => true);
    size.came(100, 32_000);
    expect(size.items()).toBe(25);
    for (let nth = 0; nth < 10; nth += 1) size.came(size.items(), 500);
    expect(size.items()).toBe(limits.pageItems);
  });

  it('halves when a page breaks off, and never asks for less than twenty', () => {
    const size = pageSize(() => false);
    size.broke();
    expect(size.items()).toBe(limits.pageItems / 2);
    for (let nth = 0; nth < 20; nth += 1) size.broke();
    expect(size.items()).toBe(20);
  });

  it('learns nothing from the short last page of a run', () => {
    const size = pageSize(() => true);
    size.came(3, 200);
    expect(size.items()).toBe(100);
  });
});
