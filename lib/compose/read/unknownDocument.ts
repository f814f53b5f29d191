import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'

/** What a document looks like, and what can be done with one. */
interface Kind {
  what: string
  help: string
  looksSo: (data: JsonObject) => boolean
}

const has = (data: JsonObject, ...names: string[]) => names.every((name) => Object.hasOwn(data, name))

/** The first that fits. */
const kinds: Kind[] = [
  {
    what: 'a file of worker-runner',
    help: 'Make a design of it first: wtd import FILE > design.yml.',
    looksSo: (data) => isJsonObject(data.provider) && isJsonObject(data.worker),
  },
  {
    what: 'a worker pool',
    help: 'Make a design of it first: wtd import FILE > design.yml.',
    looksSo: (data) => isJsonObject(data.config) && (has(data, 'providerId') || has(data, 'workerPoolId')),
  },
  {
    what: 'a set of worker pools',
    help: 'Make a design of one of them first: wtd import FILE --pool ID > design.yml.',
    looksSo: (data) => ['resources', 'workerPools', 'pools'].some((name) => Array.isArray(data[name])),
  },
  {
    what: 'a design',
    help: 'It needs no import: wtd check FILE.',
    looksSo: (data) => typeof data.worker === 'string' && has(data, 'engine'),
  },
  {
    what: 'an engine or a plugin of the catalog',
    help: 'Try it out with wtd engine test FILE or wtd plugin test FILE.',
    looksSo: (data) => data.kind === 'engine' || data.kind === 'plugin' || data.kind === 'worker',
  },
  {
    what: 'a task',
    help: 'Give it to wtd preview or wtd trace, behind a design.',
    looksSo: (data) =>
      isJsonObject(data.payload) || (has(data, 'maxRunTime') && (has(data, 'command') || has(data, 'image'))),
  },
  {
    what: 'a JSON Schema',
    help: 'Compare it with a design: wtd diff DESIGN --against FILE.',
    looksSo: (data) => has(data, '$schema') || (has(data, 'type') && has(data, 'properties')),
  },
]

/**
 * The problem of a document that is not what was asked for (`wanted`: `a design`, with what such a document has): it names what was seen, and what to do.
 */
export function unknownDocument(data: JsonValue, wanted: string): Problem {
  const kind = isJsonObject(data) ? kinds.find(({ looksSo }) => looksSo(data)) : undefined
  return {
    code: 'document-unknown',
    severity: 'error',
    message: `This is ${kind?.what ?? described(data)}, and not ${wanted}.`,
    path: '',
    help:
      kind?.help ??
      'A design has worker and engine. Configurations of generic-worker are flat, those of taskcluster-worker have config.engine; a pool has providerId and config.',
  }
}

function described(data: JsonValue): string {
  if (data === null) return 'an empty document'
  if (Array.isArray(data)) return `a list of ${data.length} ${data.length === 1 ? 'item' : 'items'}`
  if (!isJsonObject(data)) return typeof data === 'string' ? 'a text' : `a ${typeof data}`
  const names = Object.keys(data)
  if (names.length === 0) return 'an empty object'
  return `an object with ${names.slice(0, 5).join(', ')}${names.length > 5 ? ' and others' : ''}`
}
