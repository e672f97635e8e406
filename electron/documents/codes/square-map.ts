export interface Place {
  x: number;
  y: number;
}
/** The corners of a code in a picture: of its upper left, upper right, lower right and lower left module. */
export type Corners = readonly [Place, Place, Place, Place];

/** From a place in the unit square to the picture, as a camera sees a plane. */
export type SquareMap = (u: number, v: number) => Place;

/** The projective map that takes the unit square's corners to these (Heckbert 1989, "Fundamentals of texture mapping"). */
export function squareMap([one, two, three, four]: Corners): SquareMap {
  const [skewX, skewY] = [one.x - two.x + three.x - four.x, one.y - two.y + three.y - four.y];
  const [rightX, rightY] = [two.x - three.x, two.y - three.y];
  const [downX, downY] = [four.x - three.x, four.y - three.y];
  const area = rightX * downY - downX * rightY;
  const g = (skewX * downY - downX * skewY) / area;
  const h = (rightX * skewY - skewX * rightY) / area;
  const [a, b] = [two.x - one.x + g * two.x, four.x - one.x + h * four.x];
  const [d, e] = [two.y - one.y + g * two.y, four.y - one.y + h * four.y];
  return (u, v) => {
    const depth = g * u + h * v + 1;
    return { x: (a * u + b * v + one.x) / depth, y: (d * u + e * v + one.y) / depth };
  };
}
