/**
 * A name of ASCII letters as Go's encoding/json looks it up: without regard to case, where the long s and the Kelvin sign count as s and k.
 * Two names with one result are one property of a Go program.
 */
export function foldName(name: string): string {
  return name.replaceAll('\u017f', 's').replaceAll('\u212a', 'k').toLowerCase()
}
