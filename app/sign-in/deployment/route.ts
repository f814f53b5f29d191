import { cookies } from 'next/headers'
import { guardedRoute } from '@/app/_server/guard/guardedRoute'
import { services } from '@/app/_server/services/services'
import { seeOther, textAnswer } from '@/app/_server/services/textAnswer'
import { authorizeUrl } from '@/lib/auth/login/loginDeployment'
import { beginLogin } from '@/lib/auth/login/loginState'

/** Begins a sign-in with the other deployment: sends the browser to its login. */
export const GET = guardedRoute('GET /sign-in/deployment', 'everyone', answer, 'signIn')

async function answer(): Promise<Response> {
  const { sessions, login } = await services()
  if (login === undefined) return textAnswer(404, 'This server is not set up to sign in with another deployment.\n')
  return seeOther(authorizeUrl(login, await beginLogin(sessions, await cookies(), new Date())))
}
