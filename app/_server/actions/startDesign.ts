'use server'

import { redirect } from 'next/navigation'
import { openCatalog } from '@/app/_server/catalog/openCatalog'
import { blankDesign } from '@/app/_server/designs/blankDesign'
import { keepNewDesign } from '@/app/_server/designs/keepNewDesign'
import { listExamples } from '@/app/_server/designs/listExamples'
import { formData, formText } from '@/app/_server/guard/actionArguments'
import type { Ask } from '@/app/_server/guard/demand'
import { guardedAction } from '@/app/_server/guard/guardedAction'
import { inThread } from '@/app/_server/services/inThread'
import { services } from '@/app/_server/services/services'
import type { StartState } from '@/app/_ui/forms/actionStates'
import { editYaml } from '@/app/_ui/forms/fields/editYaml'
import { formatDesign } from '@/lib/compose/design/formatDesign'
import { parseDesign } from '@/lib/compose/read/parseDesign'
import { pinVersions } from '@/lib/compose/read/pinVersions'

/** Starts a design with nothing but a name, and opens it. */
export const startBlank = guardedAction(
  { name: 'startBlank', readers: 'readers', refuse: (problem): StartState => ({ problems: [problem] }) },
  [formData],
  startEmpty,
)

async function startEmpty(ask: Ask, form: FormData): Promise<StartState> {
  const { environment } = await services()
  const catalog = (await openCatalog()).catalogFor()
  // no name is that long, and what is kept of a longer one is as wrong
  const name = (field: string) => formText(form, field).trim().slice(0, 200)
  const identity = {
    worker: name('worker'),
    provisionerId: name('provisionerId'),
    workerType: name('workerType'),
    rootUrl: environment.rootUrl,
  }
  const design = blankDesign(identity, catalog)
  if (design === undefined) {
    return { problems: [{ code: 'unknown-worker', severity: 'error', message: 'There is no such worker.', path: '' }] }
  }
  const kept = await keepNewDesign(ask, formatDesign(pinVersions(design, catalog)))
  if (!kept.ok) return { problems: kept.problems }
  redirect(`/designs/${kept.value.id}`)
}

/** Starts a design as a copy of an example, and opens it. */
export const startExample = guardedAction(
  {
    name: 'startExample',
    readers: 'readers',
    limited: 'work',
    refuse: (problem): StartState => ({ problems: [problem] }),
  },
  [formData],
  copyExample,
)

async function copyExample(ask: Ask, form: FormData): Promise<StartState> {
  const name = formText(form, 'example')
  const example = (await listExamples()).find((each) => each.name === name)
  if (example === undefined) {
    return {
      problems: [{ code: 'unknown-example', severity: 'error', message: 'There is no such example.', path: '' }],
    }
  }
  // an example is to be tried with this server
  const { environment } = await services()
  const text = editYaml(example.text, ['rootUrl'], environment.rootUrl)
  const parsed = parseDesign(text)
  const pins = parsed.ok ? pinVersions(parsed.value.design, (await openCatalog()).catalogFor()).catalog : undefined
  const kept = await keepNewDesign(ask, editYaml(text, ['catalog'], pins))
  if (!kept.ok) return { problems: kept.problems }
  redirect(`/designs/${kept.value.id}`)
}

/** milliseconds; reading a configuration of 5 MB takes a while */
const budget = 5000

/** Turns a worker's configuration file, or a worker pool, into a design, and reports what was changed on the way. */
export const startImport = guardedAction(
  {
    name: 'startImport',
    readers: 'readers',
    limited: 'work',
    refuse: (problem): StartState => ({ problems: [problem] }),
  },
  [formData],
  importText,
)

async function importText(ask: Ask, form: FormData): Promise<StartState> {
  const file = formText(form, 'fileName')
  const engine = formText(form, 'engine')
  const text = formText(form, 'config')
  const named = { ...(file === '' ? {} : { file }), ...(engine === '' ? {} : { engine }) }
  const done = await inThread('importDocument', { text, ...named }, { opened: await openCatalog(), budget })
  const imported = done.ok ? done.value : done
  if (!imported.ok) return { problems: imported.problems }
  const kept = await keepNewDesign(ask, imported.value)
  if (!kept.ok) return { problems: kept.problems }
  return { problems: imported.problems, draftId: kept.value.id }
}
