'use client'

import { Button } from '@/app/_ui/components/Button'
import { CodeBlock } from '@/app/_ui/components/Code'
import { CollapsibleDetail } from '@/app/_ui/components/Collapsible'
import { Message } from '@/app/_ui/components/Message'
import type { DraftText } from '@/app/_ui/forms/actionStates'

/** Somebody else saved this design meanwhile: shows theirs and asks which text is to stay. */
export function Conflict({
  theirs,
  keepMine,
  takeTheirs,
}: {
  theirs: DraftText
  keepMine: (theirs: DraftText) => void
  takeTheirs: (theirs: DraftText) => void
}) {
  return (
    <Message kind="warning" word="Two changes at once" role="alert">
      {theirs.author} saved revision {theirs.revision} of this design while you were changing it. Nothing was
      overwritten; your text is still here.
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" onClick={() => keepMine(theirs)}>
          Save mine as the next revision
        </Button>
        <Button size="sm" onClick={() => takeTheirs(theirs)}>
          Drop mine and take theirs
        </Button>
      </div>
      <CollapsibleDetail label="Show their text">
        <div className="text-ink">
          <CodeBlock label="Their text" text={theirs.document} />
        </div>
      </CollapsibleDetail>
    </Message>
  )
}
