'use client'

import { Button } from '@/app/components/Button'
import { CodeBlock } from '@/app/components/CodeBlock'
import { FoldLink } from '@/app/components/FoldLink'
import { Message } from '@/app/components/Message'
import type { DraftText } from './draftState'

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
      <FoldLink label="Show their text">
        <div className="text-ink">
          <CodeBlock label="Their text" text={theirs.document} />
        </div>
      </FoldLink>
    </Message>
  )
}
