'use server'

import { revalidatePath } from 'next/cache'
import { flag, formData, formText, idText } from '@/app/_server/guard/actionArguments'
import type { Ask } from '@/app/_server/guard/demand'
import { type ActionGuard, guardedAction } from '@/app/_server/guard/guardedAction'
import { services } from '@/app/_server/services/services'
import { type ClientState, readClientForm } from '@/app/_ui/accounts/clientForm'
import { type ClientChange, changeClient } from '@/lib/auth/clients/changeClient'
import { type ClientMaker, createClient } from '@/lib/auth/clients/createClient'
import type { ScopeExpression } from '@/lib/auth/scopes'
import type { Problem, Result } from '@/lib/base/problem'

/** Makes a client. Its access token is in the answer, once. */
export const makeClient = guardedAction(guard('makeClient'), [formData], make)

async function make(ask: Ask, form: FormData): Promise<ClientState> {
  const read = readClientForm((name) => formText(form, name))
  const maker = await makerFor(ask, `auth:create-client:${read.clientId}`)
  if ('problems' in maker) return maker
  const { store } = await services()
  return answer(read.clientId, 'is made', await createClient(store, read, maker))
}

/** Turns a client off or on. */
export const switchClient = guardedAction(guard('switchClient'), [idText, flag], turn)

async function turn(ask: Ask, clientId: string, disabled: boolean): Promise<ClientState> {
  const scope = `auth:${disabled === true ? 'disable' : 'enable'}-client:${clientId}`
  return change(ask, clientId, scope, { disabled: disabled === true }, disabled === true ? 'is off' : 'is on')
}

/** Lets a client end on another day. */
export const expireClient = guardedAction(guard('expireClient'), [idText, formData], expire)

async function expire(ask: Ask, clientId: string, form: FormData): Promise<ClientState> {
  const { expires } = readClientForm((name) => formText(form, name))
  return change(ask, clientId, `auth:update-client:${clientId}`, { expires }, 'ends on another day now')
}

/** Gives a client another access token, which is in the answer, once. */
export const rotateClient = guardedAction(guard('rotateClient'), [idText], rotate)

async function rotate(ask: Ask, clientId: string): Promise<ClientState> {
  return change(ask, clientId, `auth:reset-access-token:${clientId}`, { rotate: true }, 'has another access token')
}

function guard(name: string): ActionGuard<ClientState> {
  return { name, readers: 'clientReaders', limited: 'work', refuse: (problem) => ({ problems: [problem] }) }
}

async function change(ask: Ask, clientId: string, need: ScopeExpression, what: ClientChange, done: string) {
  const maker = await makerFor(ask, need)
  if ('problems' in maker) return maker
  const { store } = await services()
  return answer(clientId, done, await changeClient(store, String(clientId), what, maker))
}

/** Clients of this server are made by clients of this server: the scopes of another deployment mean its clients. */
async function makerFor(ask: Ask, need: ScopeExpression): Promise<ClientMaker | { problems: Problem[] }> {
  const { who, scopes, rootUrl } = await ask(need)
  const { sessions } = await services()
  if (rootUrl !== sessions.rootUrl) return { problems: [elsewhere] }
  return { who, scopes, random: sessions.random, now: new Date() }
}

const elsewhere: Problem = {
  code: 'clients-elsewhere',
  severity: 'error',
  message: 'You are signed in with another deployment, and these are the clients of this server.',
  path: '',
  help: 'Sign in with a client of this server.',
}

function answer(clientId: string, done: string, result: Result<{ accessToken?: string }>): ClientState {
  if (!result.ok) return { problems: result.problems }
  revalidatePath('/clients')
  const { accessToken } = result.value
  return { problems: [], done: `${clientId} ${done}.`, ...(accessToken && { shown: { clientId, accessToken } }) }
}
