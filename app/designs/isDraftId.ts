/** True for what an id of a draft looks like; anything else is nowhere in the store. */
export function isDraftId(text: unknown): text is string {
  return typeof text === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(text)
}
