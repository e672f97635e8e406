/** A place on the page that may lie askew: pixels; the angle is that of the reading direction, clockwise, in radians. */
export interface SlantedBox {
  centreX: number;
  centreY: number;
  /** Along the reading direction. */
  width: number;
  height: number;
  angle: number;
}

/** Upright, in pixels of the page. */
export interface PixelBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface ReadCharacter {
  text: string;
  /** Where its middle lies along the line, from 0 (left) to 1. */
  at: number;
}

/** One line of print as an engine read it. */
export interface TextLine {
  text: string;
  /** 0 to 1. */
  confidence: number;
  place: SlantedBox;
  characters: ReadCharacter[];
}

/** The upright box round a part of a line, from the fraction `from` to the fraction `to` of its width. */
export function partOfLine(place: SlantedBox, from: number, to: number): PixelBox {
  const { centreX, centreY, width, height, angle } = place;
  const alongX = Math.cos(angle);
  const alongY = Math.sin(angle);
  const corners = [from, to].flatMap((at) =>
    [-0.5, 0.5].map((across) => ({
      x: centreX + (at - 0.5) * width * alongX - across * height * alongY,
      y: centreY + (at - 0.5) * width * alongY + across * height * alongX,
    })),
  );
  const left = Math.min(...corners.map(({ x }) => x));
  const top = Math.min(...corners.map(({ y }) => y));
  return {
    x: left,
    y: top,
    width: Math.max(...corners.map(({ x }) => x)) - left,
    height: Math.max(...corners.map(({ y }) => y)) - top,
  };
}

export function boxOfLine({ place }: Pick<TextLine, 'place'>): PixelBox {
  return partOfLine(place, 0, 1);
}
