import { readFileSync } from 'node:fs'
import { recordScreen } from '@/lib/catalog/testing/recordScreen'
import { formOf } from './inProcess'
import { seenInForce } from './seenInForce'
import { workerConfig } from './workerConfig'

const tour = readFileSync(new URL('../../docs/tour/native.yml', import.meta.url), 'utf8')
const tasks = JSON.stringify([{ command: ['true'] }])

type Fields = Record<string, string | Blob>

/** A form of a page, as it is sent with usual fields, and what takes it. */
export type TextForm = [
  name: string,
  fields: () => Promise<Fields> | Fields,
  send: (form: FormData, draft: string) => unknown,
]

/** Every action that takes a form. The draft is a design of the tour. */
export const textForms: TextForm[] = [
  [
    'startBlank',
    () => ({ worker: 'taskcluster-worker', provisionerId: 'proj', workerType: 'b' }),
    async (form) => (await import('@/app/_server/actions/startDesign')).startBlank(form),
  ],
  [
    'startExample',
    () => ({ example: 'qemu-desktop' }),
    async (form) => (await import('@/app/_server/actions/startDesign')).startExample(form),
  ],
  [
    'startImport',
    () => ({ config: JSON.stringify({ config: workerConfig }), fileName: 'config.json', engine: '' }),
    async (form) => (await import('@/app/_server/actions/startDesign')).startImport(form),
  ],
  [
    'saveDesign',
    () => ({ document: new Blob([tour]), revision: '1' }),
    async (form, draft) => (await import('@/app/_server/actions/editDesign')).saveDesign(draft, form),
  ],
  [
    'registerDesign',
    async () => ({
      ...{ revision: '1', basedOn: '0', inForce: await seenInForce('proj-tour/native-1'), message: 'why' },
      ...{ typedName: '', withPool: '', poolSeen: 'null', 'reason:a': '' },
    }),
    async (form, draft) => (await import('@/app/_server/actions/reviewDesign')).registerDesign(draft, form),
  ],
  [
    'previewDesign',
    () => ({ tasks }),
    async (form, draft) => (await import('@/app/_server/actions/previewTasks')).previewDesign(draft, form),
  ],
  [
    'traceDesign',
    () => ({ tasks, fails: '' }),
    async (form, draft) => (await import('@/app/_server/actions/traceTask')).traceDesign(draft, form),
  ],
  [
    'replayLastTasks',
    () => ({ tasks }),
    async (form, draft) => (await import('@/app/_server/actions/reviewDesign')).replayLastTasks(draft, form),
  ],
  [
    'submitEntry',
    () => ({ entry: recordScreen, intent: 'check' }),
    async (form) => (await import('@/app/_server/actions/catalogEntries')).submitEntry(form),
  ],
  [
    'makeClient',
    () => ({ clientId: 'project/new', scopes: 'a', expires: '2999-01-01', description: 'CI' }),
    async (form) => (await import('@/app/_server/actions/clientActions')).makeClient(form),
  ],
  [
    'expireClient',
    () => ({ expires: '2999-01-01' }),
    async (form) => (await import('@/app/_server/actions/clientActions')).expireClient('admin', form),
  ],
  [
    'signIn',
    () => ({ clientId: 'admin', accessToken: 'x', certificate: '', token: '', rootUrl: '' }),
    async (form) => (await import('@/app/_server/actions/signIn')).signIn({ clientId: '', problems: [] }, form),
  ],
  [
    'previewWorkerType',
    () => ({ tasks }),
    async (form) =>
      (await import('@/app/_server/actions/previewTasks')).previewWorkerType('proj-tour', 'native-1', form),
  ],
  [
    'traceWorkerType',
    () => ({ tasks, fails: '' }),
    async (form) => (await import('@/app/_server/actions/traceTask')).traceWorkerType('proj-tour', 'native-1', form),
  ],
]

/** The form with another text in one field, as the kind of value that it had. */
export function filledForm(fields: Fields, name: string, text: string): FormData {
  return formOf({ ...fields, [name]: fields[name] instanceof Blob ? new Blob([text]) : text })
}
