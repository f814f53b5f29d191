'use client'

import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import type { Problem } from '@/lib/base/problem'
import type { DraftText, SaveDraft } from './draftState'

/** Where the text is between the browser and the server. */
export type SaveState =
  | { kind: 'saved' }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'unreachable' }
  | { kind: 'signed-out' }
  | { kind: 'refused'; problems: Problem[] }
  | { kind: 'conflict'; theirs: DraftText }

const pause = 500

/**
 * Keeps a text and saves it half a second after it last changed. Nothing is thrown away: until the server has said that it has
 * the text, leaving the page asks first, and a conflict waits for a decision.
 */
export function useAutosave(initial: DraftText, save: SaveDraft) {
  const [text, setText] = useState(initial.document)
  const [state, setState] = useState<SaveState>({ kind: 'saved' })
  const latest = useRef(initial.document)
  const revision = useRef(initial.revision)
  const busy = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const send = useCallback(() => {
    clearTimeout(timer.current)
    if (busy.current) return
    busy.current = true
    const sent = latest.current
    setState({ kind: 'saving' })
    startTransition(async () => {
      const answer = await save(sent, revision.current).catch(() => undefined)
      busy.current = false
      if (answer === undefined) return setState({ kind: 'unreachable' })
      if (answer.outcome === 'signed-out') return setState({ kind: 'signed-out' })
      if (answer.outcome === 'conflict') return setState({ kind: 'conflict', theirs: answer.draft })
      if (answer.outcome === 'saved') revision.current = answer.draft.revision
      if (latest.current !== sent) return send()
      setState(answer.outcome === 'refused' ? { kind: 'refused', problems: answer.problems } : { kind: 'saved' })
    })
  }, [save])

  const change = useCallback(
    (next: string) => {
      latest.current = next
      setText(next)
      setState((before) => (before.kind === 'conflict' ? before : { kind: 'waiting' }))
      clearTimeout(timer.current)
      timer.current = setTimeout(send, pause)
    },
    [send],
  )

  const edit = useCallback((how: (text: string) => string) => change(how(latest.current)), [change])

  const keepMine = useCallback(
    (theirs: DraftText) => {
      revision.current = theirs.revision
      send()
    },
    [send],
  )

  const takeTheirs = useCallback((theirs: DraftText) => {
    clearTimeout(timer.current)
    revision.current = theirs.revision
    latest.current = theirs.document
    setText(theirs.document)
    setState({ kind: 'saved' })
  }, [])

  const settled = state.kind === 'saved'
  useEffect(() => {
    if (settled) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [settled])
  useEffect(() => () => clearTimeout(timer.current), [])

  return { text, state, change, edit, send, keepMine, takeTheirs }
}
