/** Where a command writes. Tests pass their own. */
export interface Output {
  stdout: (text: string) => void
  stderr: (text: string) => void
}
