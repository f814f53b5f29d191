import { appendPath, pathSegments } from '@/lib/base/path'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { checkEntry } from './checkEntry'
import { boundValue } from './custom/boundValue'
import { checkName, checkProperties } from './custom/checkClashes'
import { checkSchemas } from './custom/checkSchemas'
import type { CustomEntry, Finding } from './custom/customEntry'
import { measureTemplates } from './custom/measureTemplates'
import { templatePlace } from './custom/templatesOf'
import { trialContexts } from './custom/trialContexts'
import { tryTemplates } from './custom/tryTemplates'
import type { Catalog, WorkerCatalog } from './entry/entry'
import { entryProblem, readEntryDocument } from './entry/entryDocument'
import { validateEntry } from './validateEntry'

const largestText = 256 * 1024
const mostProblems = 50

/**
 * Reads an engine or plugin that an admin brings, in the format of the catalog, and checks all that a foreign entry needs beyond it: size,
 * names and payload properties that are still free in the catalog, valid schemas without references to elsewhere, patterns that RE2 can run, and
 * templates that take bounded time and give an object schema under every switch of their configuration. Pure; answers in bounded time
 * whatever the text. Problems have line and column.
 */
export function parseCustomEntry(text: string, catalog: Catalog, file?: string): Result<CustomEntry> {
  const size = new TextEncoder().encode(text).length
  if (size > largestText) {
    const message = `The entry has ${Math.ceil(size / 1024).toLocaleString('en')} KB; at most ${largestText / 1024} KB are read.`
    return fail([entryProblem('entry-too-large', message, '', file, { line: 1, column: 1 })])
  }
  const document = readEntryDocument(text, file)
  if (!document.ok) return document
  const { value, locate } = document.value
  const refuse = (findings: readonly Finding[]) =>
    fail(findings.slice(0, mostProblems).map((finding) => toProblem(finding)))
  const toProblem = ({ code = 'entry-invalid', place, message, help }: Finding): Problem => ({
    ...entryProblem(code, message, place.reduce<string>(appendPath, ''), file, locate(place)),
    ...(help === undefined ? {} : { help }),
  })
  const bound = boundValue(value)
  if (bound !== undefined) return refuse([bound])
  const valid = validateEntry(document.value, file)
  if (!valid.ok) return valid
  const entry = valid.value
  if (entry.kind === 'worker') {
    return refuse([{ place: ['kind'], message: 'Only engines and plugins can be added, no worker.' }])
  }
  const worker = Object.hasOwn(catalog.workers, entry.worker) ? catalog.workers[entry.worker] : undefined
  if (worker === undefined) {
    const help = `The catalog has ${Object.keys(catalog.workers).join(', ')}.`
    return refuse([
      { code: 'unknown-worker', place: ['worker'], message: `There is no worker called ${entry.worker}.`, help },
    ])
  }
  const findings = checkCustomEntry(entry, worker)
  return findings.length > 0 ? refuse(findings) : succeed(entry)
}

function checkCustomEntry(entry: CustomEntry, worker: WorkerCatalog): Finding[] {
  const { templates, names, findings: measured } = measureTemplates(entry)
  const first: Finding[] = [
    ...checkName(entry, worker),
    ...checkEntry(entry, worker.worker).map(({ path, message }) => ({ place: pathSegments(path), message })),
    ...checkSchemas(entry),
    ...measured,
  ]
  if (first.length > 0) return first
  const { contexts, findings } = trialContexts(entry, worker, names)
  if (findings.length > 0) return findings
  const trials = tryTemplates(entry, templates, contexts)
  if (trials.findings.length > 0) return trials.findings
  return checkProperties(entry, trials.parts, worker).map((finding) => ({
    ...finding,
    place: templatePlace(entry.payloadSchema, finding.place.slice(1), ['payloadSchema']),
  }))
}
