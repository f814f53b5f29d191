/** When a payload was checked, and by which schema; null for none. */
export interface CheckedBy {
  now: Date
  schemaSha256: string | null
}
