/** Where a command writes. Tests pass their own. */
export interface Output {
  /** a promise is fulfilled when there is room for more: who writes much waits for it */
  stdout: (text: string) => void | Promise<void>
  stderr: (text: string) => void
}
