import { type Result, succeed } from '@/lib/base/problem'
import { loginFails } from './loginProblem'

const patience = 15_000
const largestAnswer = 100_000

/** An answer of the login endpoints: JSON, or undefined where it is none. */
export interface LoginAnswer {
  status: number
  body: unknown
}

/** Sends a request to the login endpoints of a deployment. It follows no redirects, so nothing goes elsewhere. Problem: `login-unreachable`. */
export async function askLogin(rootUrl: string, path: string, request: RequestInit): Promise<Result<LoginAnswer>> {
  try {
    const signal = AbortSignal.timeout(patience)
    const answer = await fetch(`${rootUrl}${path}`, { ...request, redirect: 'manual', cache: 'no-store', signal })
    const text = await answer.text()
    return succeed({ status: answer.status, body: text.length > largestAnswer ? undefined : parse(text) })
  } catch {
    return loginFails('login-unreachable')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
