/** What stands in every code of a size, whatever it says: the marks by which it is found and measured (ISO/IEC 18004). */
export interface CodePlan {
  /** Modules a side. */
  modules: number;
  /** The marks one by one; each has dark and light modules. */
  marks: KnownModule[][];
  /** The two rows of dark and light in turn, which tell how many modules there are. */
  timing: KnownModule[][];
}
export interface KnownModule {
  column: number;
  row: number;
  dark: boolean;
}

export const versions = { least: 7, most: 40 } as const;

/** @param version 7 to 40; the smaller ones have too few marks to be worth it. */
export function codePlan(version: number): CodePlan {
  const modules = 17 + 4 * version;
  const far = modules - 4;
  const corners = [square(3, 3, 3, modules), square(far, 3, 3, modules), square(3, far, 3, modules)];
  const centres = alignmentCentres(version);
  const isCorner = (column: number, row: number) =>
    (column === 6 && row === 6) || (column === 6 && row === far - 3) || (column === far - 3 && row === 6);
  const aligning = centres.flatMap((row) =>
    centres.filter((column) => !isCorner(column, row)).map((column) => square(column, row, 2, modules)),
  );
  const line = Array.from({ length: modules - 16 }, (_, at) => ({ along: at + 8, dark: at % 2 === 0 }));
  const timing = [
    line.map(({ along, dark }) => ({ column: along, row: 6, dark })),
    line.map(({ along, dark }) => ({ column: 6, row: along, dark })),
  ];
  return { modules, marks: [...corners, ...aligning], timing };
}

/** Rings about a middle: dark on the outermost, then light and dark in turn; a finder's 3×3 middle is all dark. */
function square(column: number, row: number, reach: number, modules: number): KnownModule[] {
  const known: KnownModule[] = [];
  const outside = reach === 3 ? 4 : reach;
  for (let y = -outside; y <= outside; y += 1) {
    for (let x = -outside; x <= outside; x += 1) {
      const [atColumn, atRow] = [column + x, row + y];
      if (atColumn < 0 || atRow < 0 || atColumn >= modules || atRow >= modules) continue;
      const ring = Math.max(Math.abs(x), Math.abs(y));
      known.push({ column: atColumn, row: atRow, dark: reach === 3 ? ring !== 2 && ring !== 4 : ring !== 1 });
    }
  }
  return known;
}

/** The rows and columns of the alignment marks: evenly from the far end, an even step, what is over at the first. */
function alignmentCentres(version: number): number[] {
  const count = Math.floor(version / 7) + 2;
  const last = version * 4 + 10;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, at) => last - (count - 2 - at) * step)];
}
