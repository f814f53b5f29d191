'use client'

import { useMemo, useState, useSyncExternalStore } from 'react'
import { Message } from '@/app/_ui/components/Message'
import { Tabs } from '@/app/_ui/components/Tabs.client'
import type { DraftText, SaveDraft } from '@/app/_ui/forms/actionStates'
import { editYaml } from '@/app/_ui/forms/fields/editYaml'
import { FormProvider } from '@/app/_ui/forms/fields/FormContext.client'
import type { Place } from '@/app/_ui/forms/fields/field'
import { readYamlValue } from '@/app/_ui/forms/fields/fieldValues'
import type { JsonValue } from '@/lib/base/json'
import { appendPath } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import { Conflict } from './Conflict.client'
import { DesignFields } from './DesignFields.client'
import type { DesignForm } from './designForm'
import { SaveStatus } from './SaveStatus.client'
import { type OfferedVersion, UpdateList } from './UpdateList.client'
import { useAutosave } from './useAutosave.client'
import { YamlEditor } from './YamlEditor.client'

/** Longer texts are edited as text only: a form would have to read them at every key. */
const formLimit = 300_000
/** Longer texts, and those that may repeat parts of themselves, are read in the browser only: the server renders in the one loop that everybody shares. */
const serverLimit = 10_000

/** A design as a form and as text, which are two views of one document. */
export function DesignEditor({
  draft,
  form,
  problems,
  readOnly,
  offers,
  save,
}: {
  draft: DraftText
  form: DesignForm
  /** of the text as it was last saved */
  problems: Problem[]
  readOnly: boolean
  /** other versions of entries, as of the text that was last saved */
  offers: OfferedVersion[]
  save: SaveDraft
}) {
  const { text, state, change, edit, send, keepMine, takeTheirs } = useAutosave(draft, save)
  const inBrowser = useSyncExternalStore(nothingChanges, isInBrowser, isOnServer)
  const waits = !inBrowser && (text.length > serverLimit || text.includes('&'))
  const read = useMemo(() => (waits || text.length > formLimit ? undefined : readYamlValue(text)), [waits, text])
  const [readable, setReadable] = useState<JsonValue>(read !== undefined && 'value' in read ? read.value : null)
  if (read !== undefined && 'value' in read && read.value !== readable) setReadable(read.value)

  const context = useMemo(() => {
    const pathOf = (place: Place) => place.reduce<string>((path, step) => appendPath(path, step), '')
    return {
      readOnly: readOnly || read === undefined || 'message' in read,
      change: (place: Place, value: JsonValue | undefined) => edit((latest) => editYaml(latest, place, value)),
      problemsAt: (place: Place) => problems.filter(({ path }) => path === pathOf(place)),
      troubleWithin: (place: Place) =>
        problems.some(({ path, severity }) => severity === 'error' && isWithin(path, pathOf(place))),
      problemsOf: (component: string, within: Place) =>
        problems.filter((problem) => problem.component === component && !isWithin(problem.path, pathOf(within))),
    }
  }, [read, readOnly, problems, edit])

  return (
    <div className="space-y-3">
      {!readOnly && <SaveStatus state={state} retry={send} />}
      {state.kind === 'conflict' && <Conflict theirs={state.theirs} keepMine={keepMine} takeTheirs={takeTheirs} />}
      {state.kind === 'refused' &&
        state.problems.map(({ message, help }) => (
          <Message key={message} kind="error" role="alert">
            {message} {help}
          </Message>
        ))}
      <FormProvider value={context}>
        <UpdateList offers={offers} />
      </FormProvider>
      <Tabs
        label="Ways to edit the design"
        tabs={[
          {
            id: 'form',
            label: 'Form',
            content: (
              <div className="space-y-3">
                {waits && <Message kind="notice">The form opens in the browser.</Message>}
                {read === undefined && !waits && (
                  <Message kind="notice">This design is too long for a form. Edit it as YAML.</Message>
                )}
                {read !== undefined && 'message' in read && (
                  <Message kind="warning" role="status">
                    The YAML is not readable in line {read.line}: {read.message}. The form shows the last readable text
                    and waits.
                  </Message>
                )}
                {read !== undefined && (
                  <FormProvider value={context}>
                    <DesignFields form={form} design={readable} />
                  </FormProvider>
                )}
              </div>
            ),
          },
          {
            id: 'yaml',
            label: 'YAML',
            content: <YamlEditor text={text} problems={problems} readOnly={readOnly} change={change} />,
          },
        ]}
      />
    </div>
  )
}

const nothingChanges = () => () => undefined
const isInBrowser = () => true
const isOnServer = () => false

function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`)
}
