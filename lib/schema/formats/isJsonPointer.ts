/** Format `json-pointer`: '' or segments that each begin with a slash. */
export function isJsonPointer(text: string): boolean {
  return /^(?:\/(?:[^~/]|~[01])*)*$/.test(text)
}
