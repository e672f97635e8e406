import {
  Virtualizer,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  type VirtualizerOptions,
} from '@tanstack/react-virtual';

export interface VirtualRowsOptions {
  count: number;
  /** Pixels of every row. */
  rowHeight: number;
  keyOf: (index: number) => string | number;
  scroller: () => HTMLDivElement | null;
}

/** What is to be drawn: a new object only when it differs from the one before. */
export interface RowsInSight {
  items: readonly VirtualItem[];
  /** Pixels of all rows. */
  height: number;
}

type Options = VirtualizerOptions<HTMLDivElement, Element>;

/** Rows drawn above and below those in sight. */
const overscan = 6;

/**
 * The library's list as a store that React subscribes to. Its own hook gives an object that changes without React being
 * told, which the React Compiler cannot take.
 */
export class VirtualRows {
  readonly #list: Virtualizer<HTMLDivElement, Element>;
  readonly #listeners = new Set<() => void>();
  #inSight: RowsInSight = { items: [], height: 0 };

  constructor(options: VirtualRowsOptions) {
    this.#list = new Virtualizer(this.#optionsOf(options));
    this.#look();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly inSight = (): RowsInSight => this.#inSight;

  /** Follows the element that scrolls. @returns the end of it. */
  readonly mount = (): (() => void) => this.#list._didMount();

  /** After each drawing: count, keys and the scrolling element may have changed. */
  update(options: VirtualRowsOptions): void {
    this.#list.setOptions(this.#optionsOf(options));
    this.#list._willUpdate();
    this.#changed();
  }

  scrollTo(index: number): void {
    this.#list.scrollToIndex(index, { align: 'auto' });
  }

  #optionsOf({ count, rowHeight, keyOf, scroller }: VirtualRowsOptions): Options {
    return {
      count,
      overscan,
      getScrollElement: scroller,
      estimateSize: () => rowHeight,
      getItemKey: keyOf,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => {
        this.#changed();
      },
    };
  }

  #changed(): void {
    if (this.#look()) for (const listener of this.#listeners) listener();
  }

  #look(): boolean {
    const items = this.#list.getVirtualItems();
    const height = this.#list.getTotalSize();
    if (items === this.#inSight.items && height === this.#inSight.height) return false;
    this.#inSight = { items, height };
    return true;
  }
}
