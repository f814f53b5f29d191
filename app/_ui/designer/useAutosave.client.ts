'use client'

import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import type { DraftText, SaveDraft } from '@/app/_ui/forms/actionStates'
import type { Problem } from '@/lib/base/problem'

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

/** What the server keeps of one text, in characters. */
const longest = 5_000_000

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
  // a conflict waits for a decision; until then nothing is sent
  const halted = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const send = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    if (busy.current || halted.current) return
    const sent = latest.current
    if (sent.length > longest) return setState({ kind: 'refused', problems: [tooLong(sent.length)] })
    busy.current = true
    setState({ kind: 'saving' })
    startTransition(async () => {
      const form = new FormData()
      form.set('document', new Blob([sent]))
      form.set('revision', String(revision.current))
      const answer = await save(form).catch(() => undefined)
      busy.current = false
      if (answer === undefined) return setState({ kind: 'unreachable' })
      if (answer.outcome === 'signed-out') return setState({ kind: 'signed-out' })
      if (answer.outcome === 'conflict') {
        halted.current = true
        return setState({ kind: 'conflict', theirs: answer.draft })
      }
      if (answer.outcome === 'saved') revision.current = answer.revision
      if (latest.current !== sent) return send()
      setState(answer.outcome === 'refused' ? { kind: 'refused', problems: answer.problems } : { kind: 'saved' })
    })
  }, [save])

  const change = useCallback(
    (next: string) => {
      latest.current = next
      setText(next)
      if (halted.current) return
      setState({ kind: 'waiting' })
      clearTimeout(timer.current)
      timer.current = setTimeout(send, pause)
    },
    [send],
  )

  const edit = useCallback((how: (text: string) => string) => change(how(latest.current)), [change])

  const keepMine = useCallback(
    (theirs: DraftText) => {
      halted.current = false
      revision.current = theirs.revision
      send()
    },
    [send],
  )

  const takeTheirs = useCallback((theirs: DraftText) => {
    clearTimeout(timer.current)
    timer.current = undefined
    halted.current = false
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
  // who follows a link within the pause takes the last keys along
  const sendLatest = useRef(send)
  sendLatest.current = send
  useEffect(
    () => () => {
      if (timer.current !== undefined) sendLatest.current()
    },
    [],
  )

  return { text, state, change, edit, send, keepMine, takeTheirs }
}

function tooLong(length: number): Problem {
  return {
    code: 'text-too-large',
    severity: 'error',
    message: `The text has ${(length / 1_000_000).toFixed(1)} million characters; ${longest / 1_000_000} million are kept.`,
    path: '',
    help: 'Shorten it. It stays here as long as this page is open.',
  }
}
