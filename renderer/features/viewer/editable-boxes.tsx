import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import type { Fractions } from './box-geometry.ts';
import { boxAfterKey, boxBetween, movedBox, resizedBox, type Point } from './edit-box.ts';

interface Props {
  /** As they lie on the page that is shown. */
  boxes: readonly Fractions[];
  /** The box that has the focus, or is to have it. */
  focused: number | null;
  /** Spoken of each box. */
  labelOf: (index: number) => string;
  /** A drag on the free page draws a new box; false where there is only one to move. */
  canDraw: boolean;
  onChange: (index: number, box: Fractions) => void;
  onDraw: (box: Fractions) => void;
  onFocus: (index: number) => void;
  /** A key that neither moves nor resizes; true where it was used. */
  onKey: (index: number, key: string) => boolean;
  children?: ReactNode;
}

type Grip =
  { what: 'draw'; from: Point } | { what: 'move' | 'resize'; index: number; from: Point; box: Fractions };

/** Boxes on a page that mouse and keyboard draw, move and resize. Lies over the page that it belongs to. */
export function EditableBoxes(props: Props) {
  const { boxes, canDraw, onChange, onDraw } = props;
  const [grip, setGrip] = useState<Grip | null>(null);
  const [drawn, setDrawn] = useState<Fractions | null>(null);
  const layer = useRef<HTMLDivElement>(null);

  const pointOf = (event: PointerEvent): Point => {
    const area = layer.current?.getBoundingClientRect();
    if (!area) return { x: 0, y: 0 };
    return { x: (event.clientX - area.left) / area.width, y: (event.clientY - area.top) / area.height };
  };
  const take = (event: PointerEvent, next: Grip) => {
    event.stopPropagation();
    layer.current?.setPointerCapture(event.pointerId);
    setGrip(next);
  };

  return (
    <div
      ref={layer}
      className="box-layer"
      data-draw={canDraw}
      onPointerDown={(event) => {
        event.stopPropagation();
        if (event.button !== 0) return;
        event.preventDefault();
        take(event, { what: 'draw', from: pointOf(event) });
      }}
      onPointerMove={(event) => {
        if (grip === null) return;
        const to = pointOf(event);
        if (grip.what === 'draw') setDrawn(boxBetween(grip.from, to));
        else {
          const by = { x: to.x - grip.from.x, y: to.y - grip.from.y };
          onChange(grip.index, (grip.what === 'move' ? movedBox : resizedBox)(grip.box, by));
        }
      }}
      onPointerUp={(event) => {
        if (grip?.what === 'draw') onDraw(boxBetween(grip.from, pointOf(event)));
        setGrip(null);
        setDrawn(null);
      }}
      onPointerCancel={() => {
        setGrip(null);
        setDrawn(null);
      }}
    >
      {boxes.map((box, index) => (
        <EditableBox
          key={index}
          box={box}
          index={index}
          {...props}
          onTake={(event, what) => {
            take(event, { what, index, from: pointOf(event), box });
          }}
        />
      ))}
      {drawn && <div className="box-drawn" style={styleOf(drawn)} />}
    </div>
  );
}

interface BoxProps extends Props {
  box: Fractions;
  index: number;
  onTake: (event: PointerEvent, what: 'move' | 'resize') => void;
}

function EditableBox({ box, index, focused, labelOf, onChange, onFocus, onKey, onTake }: BoxProps) {
  const element = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focused === index) element.current?.focus({ preventScroll: false });
  }, [focused, index]);
  const pressed = (event: KeyboardEvent) => {
    const next = boxAfterKey(box, event.key, event.shiftKey);
    if (next !== null) onChange(index, next);
    if (next !== null || onKey(index, event.key)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return (
    <button
      ref={element}
      type="button"
      className="box"
      style={styleOf(box)}
      aria-label={labelOf(index)}
      onFocus={() => {
        onFocus(index);
      }}
      onKeyDown={pressed}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        element.current?.focus();
        onTake(event, 'move');
      }}
    >
      <span className="box-sign">{index + 1}</span>
      <span
        className="box-corner"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          element.current?.focus();
          onTake(event, 'resize');
        }}
      />
    </button>
  );
}

function styleOf({ x, y, width, height }: Fractions) {
  return {
    left: `${x * 100}%`,
    top: `${y * 100}%`,
    width: `${width * 100}%`,
    height: `${height * 100}%`,
  };
}
