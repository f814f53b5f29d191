/** A sentence of the catalog as a clause: it can stand behind a colon or before a comma. */
export function clause(sentence: string): string {
  return sentence.trim().replace(/\.$/, '')
}
