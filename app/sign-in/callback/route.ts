import { cookies } from 'next/headers'
import { guardedRoute } from '@/app/_server/guard/guardedRoute'
import { services } from '@/app/_server/services/services'
import { seeOther, textAnswer } from '@/app/_server/services/textAnswer'
import { finishLogin } from '@/lib/auth/login/finishLogin'

/** Where the other deployment sends the browser back to. The sign-in page says what went wrong, by a code and no foreign words. */
export const GET = guardedRoute('GET /sign-in/callback', 'everyone', answer, 'signIn')

async function answer(request: Request): Promise<Response> {
  const { sessions, login } = await services()
  if (login === undefined) return textAnswer(404, 'This server is not set up to sign in with another deployment.\n')
  const query = new URL(request.url).searchParams
  const finished = await finishLogin(sessions, await cookies(), login, query, new Date())
  if (finished.ok) return seeOther('/')
  return seeOther(`/sign-in?failed=${finished.problems[0]?.code ?? ''}`)
}
