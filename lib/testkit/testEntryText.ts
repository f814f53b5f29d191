import { pathSegments } from '@/lib/base/path'
import type { CustomEntry } from '@/lib/catalog/custom/customEntry'
import type { WorkerCatalog } from '@/lib/catalog/entry/entry'
import { readEntryDocument } from '@/lib/catalog/entry/entryDocument'
import type { KitReport } from './kitReport'
import { testEngine } from './testEngine'
import { testPlugin } from './testPlugin'

/** Tests an entry that was read from a text; contradictions have their line and column in it. */
export function testEntryText(entry: CustomEntry, text: string, worker: WorkerCatalog, file?: string): KitReport {
  const report = entry.kind === 'plugin' ? testPlugin(entry, worker) : testEngine(entry, worker)
  const document = readEntryDocument(text, file)
  if (!document.ok) return report
  const contradictions = report.contradictions.map((problem) => ({
    ...problem,
    ...(file === undefined ? {} : { file }),
    ...document.value.locate(pathSegments(problem.path)),
  }))
  return { ...report, contradictions }
}
