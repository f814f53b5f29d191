import type { Problem } from '@/lib/base/problem'

/** What was exported or imported. */
export interface BackupSummary {
  /** by table, in the order of the file */
  rows: Record<string, number>
  /** of the file before its last line */
  sha256: string
  /** the clients, which have no access tokens in a backup */
  clients: string[]
  warnings: Problem[]
}
