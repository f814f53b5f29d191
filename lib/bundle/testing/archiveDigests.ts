import { createHash } from 'node:crypto'
import { archiveBundle } from '@/lib/bundle/archiveBundle'
import { sampleFiles } from './sampleFiles'

/** Prints a digest of each archive of the sample files; run as a program by the test, under other time zones and umasks. */
for (const format of ['tar.gz', 'zip'] as const) {
  const digest = createHash('sha256').update(archiveBundle(sampleFiles, format)).digest('hex')
  process.stdout.write(`${format} ${digest}\n`)
}
