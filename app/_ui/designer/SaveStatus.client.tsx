'use client'

import { Check, CircleDashed, CloudOff, LoaderCircle, OctagonX, TriangleAlert } from 'lucide-react'
import { Button } from '@/app/_ui/components/Button'
import { classNames } from '@/app/_ui/components/classNames'
import type { SaveState } from './useAutosave.client'

const looks = {
  saved: { icon: Check, words: 'Saved', ink: 'text-good' },
  waiting: { icon: CircleDashed, words: 'Not saved yet', ink: 'text-ink-soft' },
  saving: { icon: LoaderCircle, words: 'Saving …', ink: 'text-ink-soft' },
  unreachable: { icon: CloudOff, words: 'Not saved: the server does not answer', ink: 'text-bad' },
  'signed-out': { icon: CloudOff, words: 'Not saved: you are signed out', ink: 'text-bad' },
  refused: { icon: OctagonX, words: 'Not saved', ink: 'text-bad' },
  conflict: { icon: TriangleAlert, words: 'Not saved: somebody else changed this design', ink: 'text-warn' },
}

/** Whether the text has reached the server, and a way to try again. */
export function SaveStatus({ state, retry }: { state: SaveState; retry: () => void }) {
  const { icon: Icon, words, ink } = looks[state.kind]
  const stuck = state.kind === 'unreachable' || state.kind === 'signed-out'
  return (
    <div className="flex items-center gap-2">
      <p role="status" className={classNames('flex items-center gap-1.5 text-sm', ink)}>
        <Icon aria-hidden className="size-4" />
        {words}
      </p>
      {stuck && (
        <Button size="sm" onClick={retry}>
          Try again
        </Button>
      )}
    </div>
  )
}
