import { expect, it } from 'vitest'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { formatTrace } from './formatTrace'
import { traceTask } from './traceTask'

it('says stage by stage who calls whom and what came of it', () => {
  const composition = composeWorkerType(exampleDesign('native', { cache: {}, success: {} }), loadCatalog())
  const payload = { command: [], caches: [{ mountPoint: 'm', options: {} }] }
  expect(formatTrace(traceTask(composition, loadCatalog(), { payload }))).toEqual([
    'NewPlugin (once, when the worker starts)',
    '  Main -> PluginProvider: NewPlugin() [cache, success] side by side',
    '  PluginProvider --> Main: Plugin [cache, success] side by side',
    '',
    'NewTaskPlugin',
    '    worker taskcluster-worker: Main: validate the payload: good: the payload fits the schema of the worker',
    '  Main -> Plugin: NewTaskPlugin() [cache, success] side by side',
    '    plugin cache: TaskPlugin -> Engine: newVolume() for payload/caches/0: not supported, malformed-payload: engine native has no newVolume: the engine has no volumes; a task has its home folder and nothing that outlives it',
    '  Plugin --> Main: TaskPlugin [success]',
    '',
    'Exception',
    '  Main -> TaskPlugin: Exception() [success]',
    '',
    'Dispose',
    '  Main -> TaskPlugin: Dispose() [success]',
    '',
    'Not reached, because the task had ended:',
    '  BuildSandbox: plugin cache: attachVolume(mountPoint: "m") (payload/caches/0): not supported, malformed-payload: engine native has no attachVolume: the engine cannot mount anything into the home folder of a task',
    '  Stopped: plugin success: success(): done',
    '',
    'Resolution: exception, malformed-payload; plugin cache: newVolume() (payload/caches/0): not supported, malformed-payload: engine native has no newVolume: the engine has no volumes; a task has its home folder and nothing that outlives it',
  ])
})

it('marks what happens only on occasion', () => {
  const plugins = { interactive: {}, maxruntime: { maxRunTime: 60, perTaskLimit: 'allow' } }
  const composition = composeWorkerType(exampleDesign('qemu', plugins), loadCatalog())
  const payload = { image: 'https://example.com', command: [], interactive: { disableDisplay: true } }
  const text = formatTrace(traceTask(composition, loadCatalog(), { payload })).join('\n')
  expect(text).toContain('newShell(), when somebody asks')
  expect(text).toContain('kill(), only to end the task')
  expect(text).toMatch(/Resolution: completed$/)
})
