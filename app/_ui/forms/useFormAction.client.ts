'use client'

import { unstable_rethrow } from 'next/navigation'
import { useActionState } from 'react'
import type { Problem } from '@/lib/base/problem'

/**
 * A form's server action: what it has come to, what to give to `<form action>`, and whether it is under way. A server that does not
 * answer is a problem among others, so that what was typed stays. Only the form is sent, not what came of it before.
 */
export function useFormAction<State extends { problems: Problem[] }>(
  send: (form: FormData) => Promise<State>,
  initial: State,
): [State, (form: FormData) => void, boolean] {
  const [box, action, pending] = useActionState(
    async (_before: Box<State>, form: FormData): Promise<Box<State>> => {
      try {
        return { state: await send(form) }
      } catch (error) {
        // how Next goes on to another page
        unstable_rethrow(error)
        return { state: { ...initial, problems: [unreachable] } }
      }
    },
    { state: initial },
  )
  return [box.state, action, pending]
}

interface Box<State> {
  state: State
}

const unreachable: Problem = {
  code: 'server-unreachable',
  severity: 'error',
  message: 'The server did not answer.',
  path: '',
  help: 'What you typed is still here; try again in a moment, or reload the page if the server was updated.',
}
