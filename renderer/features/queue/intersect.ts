/** Keeps the order of the first list and drops what is missing in any of the sets; smallest sets are asked first. */
export function intersectInOrder<Key>(ordered: readonly Key[], sets: readonly ReadonlySet<Key>[]): Key[] {
  const smallestFirst = [...sets].sort((a, b) => a.size - b.size);
  return ordered.filter((key) => smallestFirst.every((set) => set.has(key)));
}
