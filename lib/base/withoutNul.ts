/** A text that PostgreSQL can hold and search for: U+0000 becomes the character that stands for what cannot be shown, as `text` and `jsonb` refuse it. */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '\ufffd')
}
