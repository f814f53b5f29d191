/** the folder of the write-ahead log in that of a database */
export const logFolder = 'pg_wal'

/** the length of a segment of the log, as databases are made by default */
export const segmentBytes = 16 * 1024 * 1024

/** Whether a file of the log's folder is a segment, by its name: a timeline and a number in hexadecimal digits. */
export function isLogSegment(name: string): boolean {
  return /^[0-9A-F]{24}$/.test(name)
}
