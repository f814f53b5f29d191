import { cookies } from 'next/headers'
import { authorizeUrl } from '@/lib/auth/login/authorizeUrl'
import { beginLogin } from '@/lib/auth/login/loginState'
import { guardedRoute } from '../../guard/guardedRoute'
import { seeOther } from '../../server/seeOther'
import { services } from '../../server/services'
import { textAnswer } from '../../server/textAnswer'

/** Begins a sign-in with the other deployment: sends the browser to its login. */
export const GET = guardedRoute('GET /sign-in/deployment', 'everyone', answer, 'signIn')

async function answer(): Promise<Response> {
  const { sessions, login } = await services()
  if (login === undefined) return textAnswer(404, 'This server is not set up to sign in with another deployment.\n')
  return seeOther(authorizeUrl(login, await beginLogin(sessions, await cookies(), new Date())))
}
