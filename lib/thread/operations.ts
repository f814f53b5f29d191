import { bundle, examples } from './operations/bundle'
import { compose } from './operations/composeSubject'
import { importDocument, inspectDraft } from './operations/documents'
import { parseSubmittedEntry, testEntry, usedEntriesOf } from './operations/entries'
import { compare, decide, findSchemaProblems, threeWay } from './operations/schemas'
import { preview, replay, trace } from './operations/tasks'

/** What can be asked of a thread. */
export const operations = {
  bundle,
  compare,
  compose,
  decide,
  examples,
  findSchemaProblems,
  importDocument,
  inspectDraft,
  parseEntry: parseSubmittedEntry,
  preview,
  replay,
  testEntry,
  threeWay,
  trace,
  usedEntries: usedEntriesOf,
}
