import type { Permission } from '@/lib/auth/permissions'
import type { Problem } from '@/lib/base/problem'

/** Thrown where somebody may not do what they ask for; the guard around the action or route makes an answer of it. */
export class Refused extends Error {
  override readonly name = 'Refused'
  constructor(readonly permission: Permission) {
    super(refusal(permission).message)
  }
}

/** Why something is not done, in words for whoever asked; the same whether or not what they asked for exists. */
export function refusal({ signedIn, missing }: Permission): Problem {
  if (!signedIn) {
    return {
      code: 'sign-in-needed',
      severity: 'error',
      message: 'You are not signed in.',
      path: '',
      help: 'Sign in in another tab and try again; what you typed stays here.',
    }
  }
  const scopes = missing.map((scope) => `\`${scope}\``).join(', ')
  return {
    code: 'scopes-missing',
    severity: 'error',
    message: `You may not do this: it needs the ${missing.length === 1 ? 'scope' : 'scopes'} ${scopes}.`,
    path: '',
    help: 'Ask an admin of this server for it.',
  }
}

/** Said to a request that another site has sent, or one that does not say where it comes from. */
export const crossSite: Problem = {
  code: 'cross-site-request',
  severity: 'error',
  message: 'This request was not sent by a page of this server.',
  path: '',
  help: 'Open the page here and try again.',
}

/** Said to a request whose arguments no page of this server sends. */
export const malformedArguments: Problem = {
  code: 'request-unreadable',
  severity: 'error',
  message: 'The request is not one that this page makes.',
  path: '',
  help: 'Reload the page and try again.',
}
