import { bundle } from './operations/bundle'
import { compare } from './operations/compare'
import { compose } from './operations/compose'
import { decide } from './operations/decide'
import { examples } from './operations/examples'
import { findSchemaProblems } from './operations/findSchemaProblems'
import { importDocument } from './operations/importDocument'
import { inspectDraft } from './operations/inspectDraft'
import { parseEntry } from './operations/parseEntry'
import { preview } from './operations/preview'
import { replay } from './operations/replay'
import { testEntry } from './operations/testEntry'
import { threeWay } from './operations/threeWay'
import { trace } from './operations/trace'
import { usedEntries } from './operations/usedEntries'

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
  parseEntry,
  preview,
  replay,
  testEntry,
  threeWay,
  trace,
  usedEntries,
}
