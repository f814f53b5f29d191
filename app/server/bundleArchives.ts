import 'server-only'
import type { Result } from '@/lib/base/problem'
import type { ArchiveFormat, Archives } from '@/lib/thread/operations/bundle'
import type { Subject } from '@/lib/thread/operations/composeSubject'
import { toolVersion } from '@/lib/toolVersion'
import { inThread } from './inThread'
import type { OpenedCatalog } from './openCatalog'

/** The bundle of a design in the formats that are asked for. Problems: its errors, and those of `inThread`. */
export async function bundleArchives(
  subject: Subject,
  opened: OpenedCatalog,
  formats: ArchiveFormat[],
): Promise<Result<Archives>> {
  const done = await inThread('bundle', { subject, formats, toolVersion }, { opened })
  return done.ok ? done.value : done
}
