import type { RequestId } from '../../../shared/domain/ids.ts';
import { withState, type RowState, type SlimRow } from '../../../shared/domain/slim-row.ts';
import { keepNewest, type RowChange } from './merge.ts';

type Told = Pick<SlimRow, 'id' | 'revision' | 'decision'>;

/**
 * What the change feed told of rows, so that neither the order of arrival matters nor whether a row or the state of its
 * decision comes first: an older row never replaces a newer one, and a state stays with the row that it was told of.
 */
export class ToldRows<Row extends Told> {
  readonly #states = new Map<RequestId, RowState>();
  /** Of rows that show a later state: the revision with which they came whole. */
  readonly #whole = new Map<RequestId, number>();

  /** @returns the rows that are to be written over what is known. */
  take(
    { rows, states, removed }: Omit<RowChange, 'rows'> & { rows: readonly Row[] },
    known: ReadonlyMap<RequestId, Row>,
  ): Row[] {
    for (const id of removed) {
      this.#states.delete(id);
      this.#whole.delete(id);
    }
    for (const state of states) keepNewest(this.#states, state);
    const incoming = new Map(rows.map((row) => [row.id, row]));
    const ids = new Set([...incoming.keys(), ...states.map(({ id }) => id)]);
    return [...ids].flatMap((id) => {
      const there = known.get(id);
      const next = this.#next(incoming.get(id), there);
      return next === undefined || next === there ? [] : [next];
    });
  }

  #next(incoming: Row | undefined, known: Row | undefined): Row | undefined {
    const knownWhole = known && (this.#whole.get(known.id) ?? known.revision);
    const isNewer = incoming !== undefined && (knownWhole === undefined || knownWhole < incoming.revision);
    const row = isNewer ? incoming : known;
    if (row === undefined) return undefined;
    const state = this.#states.get(row.id);
    const shown = state ? withState(row, state) : row;
    const whole = isNewer ? incoming.revision : knownWhole;
    if (shown.revision === whole || whole === undefined) this.#whole.delete(row.id);
    else this.#whole.set(row.id, whole);
    return shown;
  }
}
