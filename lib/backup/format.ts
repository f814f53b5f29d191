import { z } from 'zod'

/** What the first line of a backup says it is. */
export const formatName = 'worker-type-designer-backup'

/** Counts up when the form of the lines changes; what is in the rows is named by the migration. */
export const formatVersion = 1

/** A longer line is neither written nor read, in bytes. A draft of 5 MB has at most 30 MB as JSON. */
export const longestLine = 64 * 1024 * 1024

/** Deeper JSON is not read. The services take bodies of 1000 levels, which become part of a row. */
export const deepestLine = 2500

/** As much as is needed to say who wrote a file that this release cannot read. */
export const anyHeaderSchema = z.object({
  format: z.literal(formatName),
  version: z.int().positive(),
  release: z.string().max(100),
  migration: z.string().max(200),
})

/** The first line: which release wrote the file, and the last migration of the database it was taken from. There is no time in it. */
export const headerSchema = z.strictObject({ ...anyHeaderSchema.shape, version: z.literal(formatVersion) })
export type BackupHeader = z.infer<typeof headerSchema>

/** The last line: how many rows each table has, and the SHA-256 of all bytes before this line. */
export const trailerSchema = z.strictObject({
  end: z.strictObject({
    rows: z.record(z.string(), z.int().nonnegative()),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
})
