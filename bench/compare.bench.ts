import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { readRecordedJson, readRecording } from '@/lib/base/testing/recordings'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { compareSchemas } from '@/lib/compare/compareSchemas'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Design } from '@/lib/compose/design/design'
import { importConfig } from '@/lib/compose/read/importConfig'
import { measure, printTable, type Row } from './measure'

const catalog = loadCatalog()

const text = readRecording('taskcluster-worker/accepted/docker-standard.config.yml')
const imported = importConfig(text, { catalog })
if (!imported.ok) throw new Error('docker-standard cannot be imported')
const { design } = imported.value

function effectiveSchema(of: Design): JsonObject {
  const { effectiveSchema: schema, problems } = composeWorkerType(of, catalog)
  if (schema === undefined) throw new Error(JSON.stringify(problems))
  return schema
}

function readSchema(name: string): JsonObject {
  const schema = readRecordedJson<JsonValue>('generic-worker/payload-schemas', name)
  if (!isJsonObject(schema)) throw new Error(`${name} is no schema`)
  return schema
}

async function row(what: string, goal: number, old: JsonObject, next: JsonObject): Promise<Row> {
  // a server reads its schemas anew each time
  const timing = await measure(51, 20, () => compareSchemas(structuredClone(old), structuredClone(next)))
  return { what, timing, goal: `${goal} ms or less`, met: timing.median <= goal }
}

/** docker-standard with everything that goes together switched on */
const everything: Design = {
  ...design,
  engine: { ...design.engine, config: { privileged: 'allow' } },
  plugins: {
    ...Object.fromEntries(
      ['artifacts', 'cache', 'env', 'interactive', 'livelog', 'logprefix'].map((name) => [name, {}]),
    ),
    ...Object.fromEntries(['reboot', 'success', 'tcproxy', 'watchdog'].map((name) => [name, {}])),
    maxruntime: { maxRunTime: 3600, perTaskLimit: 'allow' },
    ...design.plugins,
  },
}
const standard = effectiveSchema(design)
const all = effectiveSchema(everything)
const largest = readSchema('multiuser-linux.json')
const narrowed: JsonObject = JSON.parse(
  JSON.stringify(largest).replace('"chainOfTrust":{"type":"boolean"}', '"chainOfTrust":{"enum":[true]}'),
)

printTable('Comparing schemas', [
  await row('docker-standard with docker-all, warm', 20, standard, all),
  await row('docker-all with docker-standard, warm', 20, all, standard),
  await row("generic-worker's largest payload schema with itself", 100, largest, structuredClone(largest)),
  await row("generic-worker's largest payload schema with one change", 100, largest, narrowed),
])
