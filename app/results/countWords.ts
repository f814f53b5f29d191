/** `1 error`, `2 errors`; the plural where it is not formed with an s. */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
