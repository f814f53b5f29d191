import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { everyPlugin } from '@/lib/lifecycle/testing/everyPlugin'
import { engineProperties, pluginProperties } from '@/lib/lifecycle/testing/everyProperty'
import { traceTask } from '@/lib/lifecycle/traceTask'
import { previewTasks } from '@/lib/preview/previewTasks'
import { measure, printTable, type Row } from './measure'

const GOAL = 2
const catalog = loadCatalog()

async function row(engine: string): Promise<Row> {
  const composition = composeWorkerType(exampleDesign(engine, everyPlugin), catalog)
  const payload = { ...engineProperties[engine], ...pluginProperties }
  const task = { payload, scopes: ['*'] }
  const timing = await measure(501, 200, () => traceTask(composition, catalog, task))
  const verdict = await measure(501, 200, () => [
    ...previewTasks(composition, [{ source: '', index: 0, value: { ...task, metadata: {} } }]),
  ])
  const { events, notReached } = traceTask(composition, catalog, task)
  return {
    what: `trace a task with every property on ${engine}, warm (${events.length + notReached.length} events)`,
    timing,
    goal: `${GOAL} ms or less`,
    met: timing.median <= GOAL,
    ratio: `${(timing.median / verdict.median).toFixed(2)} of its preview (${verdict.median.toFixed(2)})`,
  }
}

const rows: Row[] = []
for (const engine of ['docker', 'native', 'qemu', 'script']) rows.push(await row(engine))
printTable('Tracing', rows)
