import type { Problem } from '@/lib/base/problem'
import { namedSecretOffsets, secretOffsets } from '@/lib/base/secretShapes'
import type { Catalog } from '@/lib/catalog/entry/entry'
import { sortProblems } from '@/lib/compose/design/describeViolations'
import { checkSecrets } from '@/lib/compose/secrets/checkSecrets'
import { locateProblem } from './importConfig'
import { parseDesign } from './parseDesign'

/**
 * What keeps the text of a design from being stored: an error (`secret-in-design`) for each secret in it, with its line. In a text that is no design (yet),
 * and in comments, they are found by their shapes and names alone.
 */
export function secretsInDocument(document: string, catalogFor: (pins?: Record<string, string>) => Catalog): Problem[] {
  const parsed = parseDesign(document)
  if (!parsed.ok) return atLines(document, [...secretOffsets(document), ...namedSecretOffsets(document)])
  const { design, source } = parsed.value
  const { workers } = catalogFor(design.catalog)
  const worker = Object.hasOwn(workers, design.worker) ? workers[design.worker] : undefined
  const placed =
    worker === undefined ? [] : checkSecrets(design, worker).map((problem) => locateProblem(problem, source, undefined))
  const told = new Set(placed.map(({ line }) => line))
  // without a worker there is no schema to say what is secret
  const offsets = [...secretOffsets(document), ...(worker === undefined ? namedSecretOffsets(document) : [])]
  const others = placed.length > 0 ? [] : atLines(document, offsets).filter(({ line }) => !told.has(line))
  return sortProblems([...placed, ...others])
}

function atLines(document: string, offsets: number[]): Problem[] {
  return linesAt(document, offsets).map((line) => ({
    code: 'secret-in-design',
    severity: 'error',
    message: 'This looks like a secret, and a design holds none.',
    path: '',
    line,
    help: 'Write a reference instead: {$env: NAME}, or {$secret: NAME, key: KEY}.',
  }))
}

/** The lines in which something begins, each once, going through the text once. */
function linesAt(text: string, offsets: number[]): number[] {
  const lines = new Set<number>()
  let [line, lineEnd] = [1, text.indexOf('\n')]
  for (const offset of offsets.toSorted((a, b) => a - b)) {
    while (lineEnd >= 0 && lineEnd < offset) {
      line++
      lineEnd = text.indexOf('\n', lineEnd + 1)
    }
    lines.add(line)
  }
  return [...lines]
}
