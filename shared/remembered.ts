/**
 * A function of a text that remembers what it gave: names share their words, and what was made for one serves the next.
 * @param most how many answers are kept; with one more, all are forgotten.
 */
export function remembered<Value>(most: number, make: (text: string) => Value): (text: string) => Value {
  const made = new Map<string, Value>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const value = make(text);
    if (made.size >= most) made.clear();
    made.set(text, value);
    return value;
  };
}
