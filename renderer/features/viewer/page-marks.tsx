import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import { turnedBox } from './box-geometry.ts';
import type { Rotation } from './page-geometry.ts';

/** A frame drawn over a page. `place` is where the officer was taken; `pin` carries a note. */
export interface PageMark {
  id: string;
  kind: 'place' | 'pin' | 'masked';
  box: PageBox;
  /** Spoken, and shown with a pin. */
  label: string;
  /** Written on a pin: its number in the list. */
  sign?: string;
}

interface Props {
  marks: readonly PageMark[];
  /** From 1. */
  page: number;
  rotation: Rotation;
}

/** Frames over the shown page, in its own fractions: they hold at any zoom and turn with it. */
export function PageMarks({ marks, page, rotation }: Props) {
  return marks
    .filter((mark) => mark.box.page === page - 1)
    .map((mark) => {
      const { x, y, width, height } = turnedBox(mark.box, rotation);
      return (
        <div
          key={mark.id}
          className="viewer-mark"
          data-kind={mark.kind}
          role="img"
          aria-label={mark.label}
          title={mark.label}
          style={{
            left: `${x * 100}%`,
            top: `${y * 100}%`,
            width: `${width * 100}%`,
            height: `${height * 100}%`,
          }}
        >
          {mark.sign !== undefined && <span className="viewer-mark-sign">{mark.sign}</span>}
        </div>
      );
    });
}
