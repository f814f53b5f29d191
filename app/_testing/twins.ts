import { formOf, outcomeOf } from './inProcess'

/** Names of something that is there, or of something that is not. */
export interface Named {
  draft: string
  workerType: string
  number: string
  clientId: string
  entry: string
}

export const notThere: Named = {
  ...{ draft: 'nothing', workerType: 'nothing', number: '7', clientId: 'nothing', entry: 'nothing' },
}

type Ask = (named: Named) => unknown
type Module = Promise<object>

const params = ({ draft, workerType, number, entry }: Named) => ({
  params: Promise.resolve({
    ...{ id: draft, provisionerId: 'proj', workerType, number },
    ...{ worker: 'taskcluster-worker', kind: 'plugin', name: entry },
  }),
  searchParams: Promise.resolve({}),
})

const page =
  (load: () => Module): Ask =>
  async (named) => {
    const module = Object(await load())
    const about =
      module.generateMetadata === undefined ? '' : await outcomeOf(() => module.generateMetadata(params(named)))
    return { about, page: await outcomeOf(() => module.default(params(named))) }
  }
const route =
  (load: () => Module, request: () => Request): Ask =>
  async (named) => {
    const module = Object(await load())
    const asked = request()
    return module[asked.method](asked, params(named))
  }

/** Everything that is asked with the name of something, by what asks for it. */
export function twins(request: (method: string) => Request): [string, Ask][] {
  const get = () => request('GET')
  const post = () => request('POST')
  const actions = () => import('@/app/_server/actions/workerTypeActions')
  const clients = () => import('@/app/_server/actions/clientActions')
  const tasks = () => formOf({ tasks: '{}' })
  const id = (workerType: string) => `proj/${workerType}`
  return [
    ['page of a design', page(() => import('@/app/designs/[id]/page'))],
    ['review', page(() => import('@/app/designs/[id]/review/page'))],
    ['preview of a design', page(() => import('@/app/designs/[id]/preview/page'))],
    ['trace of a design', page(() => import('@/app/designs/[id]/trace/page'))],
    ['entry', page(() => import('@/app/catalog/[worker]/[kind]/[name]/page'))],
    ['worker type', page(() => import('@/app/worker-types/[provisionerId]/[workerType]/page'))],
    ['compare', page(() => import('@/app/worker-types/[provisionerId]/[workerType]/compare/page'))],
    ['docs', page(() => import('@/app/worker-types/[provisionerId]/[workerType]/docs/page'))],
    ['preview', page(() => import('@/app/worker-types/[provisionerId]/[workerType]/preview/page'))],
    ['trace', page(() => import('@/app/worker-types/[provisionerId]/[workerType]/trace/page'))],
    ['version', page(() => import('@/app/worker-types/[provisionerId]/[workerType]/versions/[number]/page'))],
    ['version docs', page(() => import('@/app/worker-types/[provisionerId]/[workerType]/versions/[number]/docs/page'))],
    ['bundle of a design', route(() => import('@/app/designs/[id]/bundle/route'), get)],
    ['trace file of a design', route(() => import('@/app/designs/[id]/trace/file/route'), post)],
    ['trace file', route(() => import('@/app/worker-types/[provisionerId]/[workerType]/trace/file/route'), post)],
    ['bundle.zip', route(() => import('@/app/worker-types/[provisionerId]/[workerType]/bundle.zip/route'), get)],
    ['bundle.tar.gz', route(() => import('@/app/worker-types/[provisionerId]/[workerType]/bundle.tar.gz/route'), get)],
    ['examples.json', route(() => import('@/app/worker-types/[provisionerId]/[workerType]/examples.json/route'), get)],
    ['schema.json', route(() => import('@/app/worker-types/[provisionerId]/[workerType]/schema.json/route'), get)],
    ['status.json', route(() => import('@/app/worker-types/[provisionerId]/[workerType]/status.json/route'), get)],
    ['in-force.json', route(() => import('@/app/worker-types/[provisionerId]/[workerType]/in-force.json/route'), get)],
    ['design.yml', route(() => import('@/app/worker-types/[provisionerId]/[workerType]/design.yml/route'), get)],
    ...['schema.json', 'examples.json', 'design.yml', 'bundle.zip', 'bundle.tar.gz'].map((file): [string, Ask] => [
      `version ${file}`,
      route(() => import(`../worker-types/[provisionerId]/[workerType]/versions/[number]/${file}/route.ts`), get),
    ]),
    [
      'saveDesign',
      async ({ draft }) =>
        (await import('@/app/_server/actions/editDesign')).saveDesign(
          draft,
          formOf({ document: new Blob(['a: 1']), revision: '9' }),
        ),
    ],
    ['deleteDesign', async ({ draft }) => (await import('@/app/_server/actions/editDesign')).deleteDesign(draft)],
    [
      'registerDesign',
      async ({ draft }) =>
        (await import('@/app/_server/actions/reviewDesign')).registerDesign(draft, formOf({ revision: '9' })),
    ],
    [
      'replayLastTasks',
      async ({ draft }) => (await import('@/app/_server/actions/reviewDesign')).replayLastTasks(draft, tasks()),
    ],
    [
      'previewDesign',
      async ({ draft }) => (await import('@/app/_server/actions/previewTasks')).previewDesign(draft, tasks()),
    ],
    ['traceDesign', async ({ draft }) => (await import('@/app/_server/actions/traceTask')).traceDesign(draft, tasks())],
    [
      'previewWorkerType',
      async ({ workerType }) =>
        (await import('@/app/_server/actions/previewTasks')).previewWorkerType('proj', workerType, tasks()),
    ],
    [
      'traceWorkerType',
      async ({ workerType }) =>
        (await import('@/app/_server/actions/traceTask')).traceWorkerType('proj', workerType, tasks()),
    ],
    [
      'startFromVersion',
      async ({ workerType, number }) =>
        (await import('@/app/_server/actions/workerTypeActions')).startFromVersion(id(workerType), Number(number)),
    ],
    [
      'restoreVersion',
      async ({ workerType, number }) =>
        (await import('@/app/_server/actions/workerTypeActions')).restoreVersion(id(workerType), Number(number)),
    ],
    ['renewNow', async ({ workerType, number }) => (await actions()).renewNow(id(workerType), Number(number), true)],
    ['setAutomaticRenewal', async ({ workerType }) => (await actions()).setAutomaticRenewal(id(workerType), false)],
    ['checkWorkerTypeNow', async ({ workerType }) => (await actions()).checkWorkerTypeNow(id(workerType))],
    [
      'deleteVersion',
      async ({ entry }) =>
        (await import('@/app/_server/actions/catalogEntries')).deleteVersion({
          worker: 'taskcluster-worker',
          kind: 'plugin',
          name: entry,
          version: '1.0.0',
        }),
    ],
    [
      'client: make',
      async ({ clientId }) =>
        (await clients()).makeClient(formOf({ clientId, scopes: '', expires: '2999-01-01', description: '' })),
    ],
    ['client: switch', async ({ clientId }) => (await clients()).switchClient(clientId, true)],
    [
      'client: expire',
      async ({ clientId }) => (await clients()).expireClient(clientId, formOf({ expires: '2999-01-01' })),
    ],
    ['client: rotate', async ({ clientId }) => (await clients()).rotateClient(clientId)],
  ]
}

/** All that a caller could see of an outcome. */
export async function seenOf(ask: () => unknown): Promise<unknown> {
  const outcome = await outcomeOf(ask)
  const answer = 'answer' in outcome ? outcome.answer : undefined
  if (!(answer instanceof Response)) return JSON.parse(JSON.stringify(outcome))
  return { status: answer.status, headers: [...answer.headers], body: await answer.text() }
}
