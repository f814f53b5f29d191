import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { formatTrace } from './formatTrace'
import { mermaidDiagram } from './mermaidDiagram'
import { traceTask } from './traceTask'

it('the example in the README runs', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? []
  const names = ['composeWorkerType', 'traceTask', 'formatTrace', 'mermaidDiagram', 'design', 'catalog']
  const example = new Function(...names, `${code}\nreturn trace`)
  const trace = example(
    ...[composeWorkerType, traceTask, formatTrace, mermaidDiagram, exampleDesign('native', { env: {} }), loadCatalog()],
  )
  const [, promised = ''] = /trace\.resolution\s+\/\/ (.*)/.exec(code) ?? []
  expect(trace.resolution).toEqual(new Function(`return ${promised}`)())
})
