/** Puts values into the `{{name}}` places of a text. A place without a value stays as it is, so that it is seen. */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (place, name: string) => values[name] ?? place);
}
