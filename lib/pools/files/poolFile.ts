/** One file of a pool. `content` is text; `mode` says whether it is a program. */
export interface PoolFile {
  path: string
  /** one clause, for lists of files */
  what: string
  content: string
  mode: 0o644 | 0o755
}
