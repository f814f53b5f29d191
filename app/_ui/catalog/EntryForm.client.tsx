'use client'

import { useState } from 'react'
import { Button } from '@/app/_ui/components/Button'
import { Message } from '@/app/_ui/components/Message'
import { Panel } from '@/app/_ui/components/Panel'
import { Problems } from '@/app/_ui/components/Problems'
import type { EntryState } from '@/app/_ui/forms/actionStates'
import { TextOrFile } from '@/app/_ui/forms/TextOrFile.client'
import { useFormAction } from '@/app/_ui/forms/useFormAction.client'
import { KitReportView } from './KitReportView'

/** As many characters as the server takes bytes. */
const limit = 256 * 1024

/** A text that may become an entry, and what is wrong with it. The text stays whatever the answer is. */
export function EntryForm({
  first,
  submit,
  disabled,
  mayAdd,
}: {
  first: string
  submit: (form: FormData) => Promise<EntryState>
  disabled: boolean
  /** false where the reader may check and not add */
  mayAdd: boolean
}) {
  const [state, action, pending] = useFormAction<EntryState>(submit, { problems: [] })
  const [text, setText] = useState(first)
  const { checked } = state
  const idle = disabled || pending || text.trim() === '' || text.length > limit
  return (
    <div className="space-y-5">
      <Panel title="Entry">
        <form action={action} className="space-y-3">
          <Problems problems={state.problems} />
          {checked !== undefined && state.problems.length === 0 && (
            <Message
              kind={checked.report.contradictions.length === 0 ? 'success' : 'warning'}
              word="Checked"
              role="status"
            >
              {checked.title} is {checked.label}, version {checked.version}.{' '}
              {checked.report.contradictions.length === 0
                ? 'It can be added.'
                : 'It contradicts itself; see the report below.'}
            </Message>
          )}
          <TextOrFile
            id="entry"
            name="entry"
            label="Plugin or engine"
            description="YAML in the format of the catalog, at most 256 KB. Nothing in it is ever executed."
            accept=".yml,.yaml,text/*"
            limit={limit}
            text={text}
            setText={setText}
            rows={22}
          />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" name="intent" value="add" variant="primary" disabled={idle || !mayAdd}>
              {pending ? 'Checking …' : 'Add to the catalog'}
            </Button>
            <Button type="submit" name="intent" value="check" disabled={idle}>
              Only check
            </Button>
          </div>
        </form>
      </Panel>
      {checked !== undefined && (
        <Panel title="Test report" note={`${checked.label} ${checked.version}, with ${checked.report.counterpart}`}>
          <KitReportView summary={checked.report} />
        </Panel>
      )}
    </div>
  )
}
