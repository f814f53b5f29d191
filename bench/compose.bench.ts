import mergeAllOf from 'json-schema-merge-allof'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { readRecordedRows, readRecording } from '@/lib/base/testing/recordings'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { importConfig } from '@/lib/compose/read/importConfig'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import { measure, printTable, type Row } from './measure'
import { syntheticCatalog } from './syntheticCatalog'

const catalog = loadCatalog()
const text = readRecording('taskcluster-worker/accepted/docker-standard.config.yml')
const imported = importConfig(text, { catalog })
if (!imported.ok) throw new Error('docker-standard cannot be imported')
const { design } = imported.value

const base = composeWorkerType(design, catalog).baseSchema
const properties = isJsonObject(base?.properties) ? base.properties : {}
const members = Object.entries(properties).map(([name, property]) => ({
  type: 'object',
  properties: { [name]: property },
}))
const rival = await measure(51, 10, () => mergeAllOf({ allOf: structuredClone(members) } as never))
const compose = await measure(201, 50, () => composeWorkerType(design, catalog))

const verdicts = readRecordedRows<{ target: string; config: JsonObject; payload: JsonValue }>(
  'generic-worker/verdicts.ndjson',
)
const linux = readGenericWorker('multiuser-linux', { d2gConfig: { enableD2G: true }, enableInteractive: false })
const generic = await measure(201, 50, () => composeWorkerType(linux, catalog))
let next = 0
const verdict = await measure(verdicts.length, 50, () => {
  const { target, config, payload } = verdicts[next++ % verdicts.length] ?? { target: '', config: {}, payload: null }
  const { effectiveSchema } = composeWorkerType(readGenericWorker(target, config), catalog)
  if (effectiveSchema !== undefined) compilePayloadValidator(effectiveSchema).accepts(payload)
})

function readGenericWorker(engine: string, config: JsonObject) {
  const read = importConfig(JSON.stringify(config), { catalog, worker: 'generic-worker', engine })
  if (!read.ok) throw new Error('a configuration cannot be imported')
  return read.value.design
}

async function synthetic(count: number) {
  const made = syntheticCatalog(catalog, count)
  const many = exampleDesign('native', made.plugins)
  return measure(11, 3, () => composeWorkerType(many, made.catalog))
}
const hundred = await synthetic(100)
const thousand = await synthetic(1000)
const growth = thousand.median / hundred.median

const rows: Row[] = [
  {
    what: 'compose docker-standard, warm',
    timing: compose,
    goal: '5 ms or less',
    met: compose.median <= 5,
    ratio: `${(compose.median / rival.median).toFixed(2)} of json-schema-merge-allof merging its properties (${rival.median.toFixed(2)})`,
  },
  {
    what: 'compose multiuser-linux of generic-worker, warm',
    timing: generic,
    goal: '10 ms or less',
    met: generic.median <= 10,
  },
  {
    what: 'a verdict of generic-worker: import, compose, compile, validate',
    timing: verdict,
    goal: '15 ms or less',
    met: verdict.median <= 15,
  },
  { what: 'compose with 100 synthetic plugins', timing: hundred, goal: '', met: true },
  {
    what: 'compose with 1000 synthetic plugins',
    timing: thousand,
    goal: 'at most 15 times 100',
    met: growth <= 15,
    ratio: `${growth.toFixed(1)} times 100 plugins`,
  },
]
printTable('Composing', rows)
