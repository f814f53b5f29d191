'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { keepNewDesign } from '@/app/_server/designs/keepNewDesign'
import { flag, idText, wholeNumber } from '@/app/_server/guard/actionArguments'
import type { Ask } from '@/app/_server/guard/demand'
import { type ActionGuard, guardedAction } from '@/app/_server/guard/guardedAction'
import { inForceReader } from '@/app/_server/review/stateInForce'
import { services } from '@/app/_server/services/services'
import { sessionDeployment } from '@/app/_server/services/session'
import { isTaskQueueId } from '@/app/_server/workerTypes/openWorkerType'
import { checkNow, findBreaks } from '@/app/_server/workerTypes/registrationChecks'
import type { ActionState } from '@/app/_ui/forms/actionStates'
import type { Session } from '@/lib/auth/sessions/session'
import type { Problem } from '@/lib/base/problem'
import { allowAutomaticRenewal, renewWorkerType } from '@/lib/registrar/renewWorkerType'
import { saveWorkerTypeSettings } from '@/lib/registry/renewals/workerTypeSettings'
import type { Version } from '@/lib/registry/versions/version'
import { currentVersion, readVersion } from '@/lib/registry/versions/versions'

/** Compares a registered worker type with the Queue now. */
export const checkWorkerTypeNow = guardedAction(guard('checkWorkerTypeNow'), [idText], check)

async function check(ask: Ask, taskQueueId: string): Promise<ActionState> {
  const opened = await open(ask, taskQueueId)
  if ('problems' in opened) return opened
  await checkNow(taskQueueId)
  revalidatePath('/', 'layout')
  return { problems: [], done: 'Compared with the Queue.' }
}

/** Declares the version that the reader has seen as current again: its expiry, or all of it. */
export const renewNow = guardedAction(guard('renewNow'), [idText, wholeNumber, flag], renew)

async function renew(ask: Ask, taskQueueId: string, number: number, whole: boolean): Promise<ActionState> {
  const opened = await open(ask, taskQueueId)
  if ('problems' in opened) return opened
  const { session, version } = opened
  const { store } = await services()
  if (version.number !== number) return { problems: [overtaken(version)] }
  const client = await sessionDeployment(session)
  if (version.rootUrl !== client.rootUrl) return { problems: [elsewhere(version)] }
  const now = new Date()
  const reader = await inForceReader(client)
  const request = {
    store,
    client,
    reader,
    version,
    whole: whole === true,
    author: session.who,
    message: '',
    now,
    findBreaks,
  }
  const renewed = await renewWorkerType(request)
  await checkNow(taskQueueId)
  revalidatePath('/', 'layout')
  if (!renewed.ok) return { problems: renewed.problems }
  if (renewed.value.result === 'conflict') return { problems: [overtaken(renewed.value.version)] }
  const until = renewed.value.renewal.expires.toJSON().slice(0, 10)
  return { problems: [], done: whole ? `Put back, until ${until}.` : `Renewed until ${until}.` }
}

/** Decides whether checks renew a worker type by themselves. Only those may who could renew it. */
export const setAutomaticRenewal = guardedAction(guard('setAutomaticRenewal'), [idText, flag], decide)

async function decide(ask: Ask, taskQueueId: string, automaticRenewal: boolean): Promise<ActionState> {
  const opened = await open(ask, taskQueueId)
  if ('problems' in opened) return opened
  const { session, version } = opened
  const { environment } = await services()
  // this server renews with its own credentials, which no other deployment knows
  if (version.rootUrl !== environment.rootUrl) return { problems: [notByItself] }
  if (session.rootUrl !== environment.rootUrl) return { problems: [elsewhere(version)] }
  const refusal = allowAutomaticRenewal(session, taskQueueId)
  if (refusal !== undefined) return { problems: [refusal] }
  const { store } = await services()
  const on = automaticRenewal === true
  await saveWorkerTypeSettings(store, {
    taskQueueId,
    automaticRenewal: on,
    changedBy: session.who,
    changedAt: new Date(),
  })
  if (on) await checkNow(taskQueueId)
  revalidatePath('/', 'layout')
  return { problems: [], done: on ? 'It renews itself from now on.' : 'It does not renew itself any more.' }
}

function guard(name: string): ActionGuard<ActionState> {
  return {
    ...{ name, readers: 'readers', limited: 'work' },
    deploymentProblems: ({ problems }) => problems,
    refuse: (problem) => ({ problems: [problem] }),
  }
}

/** Comparing takes nothing but a session; what is sent to the Queue takes the scopes that the Queue asks for. */
async function open(
  ask: Ask,
  taskQueueId: string,
): Promise<{ session: Session; version: Version } | { problems: Problem[] }> {
  const session = await ask({ AllOf: [] })
  const { store } = await services()
  const version = isTaskQueueId(taskQueueId) ? await currentVersion(store, taskQueueId) : undefined
  return version === undefined ? { problems: [notRegistered] } : { session, version }
}

const notByItself: Problem = {
  code: 'queue-elsewhere',
  severity: 'error',
  message: 'This version was registered with another deployment, for which this server has no credentials of its own.',
  path: '',
  help: 'Renew it by hand, signed in with that deployment.',
}

const notRegistered: Problem = {
  code: 'not-registered',
  severity: 'error',
  message: 'No version of this worker type is in force.',
  path: '',
}

function overtaken({ author, number }: Version): Problem {
  return {
    code: 'registered-meanwhile',
    severity: 'error',
    message: `${author} has registered version ${number} meanwhile, or is about to.`,
    path: '',
    help: 'Reload the page to see it. Nothing was sent.',
  }
}

function elsewhere({ rootUrl }: Version): Problem {
  return {
    code: 'queue-elsewhere',
    severity: 'error',
    message: `This version was registered with the deployment at ${rootUrl}, and you are signed in with another one.`,
    path: '',
    help: 'Sign in with that deployment, or register the design again.',
  }
}

/** Starts a design as a copy of a registered version, and opens it. */
export const startFromVersion = guardedAction(
  { name: 'startFromVersion', readers: 'readers', refuse: () => redirect('/sign-in') },
  [idText, wholeNumber],
  openCopy,
)

/** Starts a design as a copy of a registered version, and opens its review: registered, it is a new version that says what that one said. */
export const restoreVersion = guardedAction(
  { name: 'restoreVersion', readers: 'readers', refuse: () => redirect('/sign-in') },
  [idText, wholeNumber],
  reviewCopy,
)

async function openCopy(ask: Ask, taskQueueId: string, number: number): Promise<void> {
  redirect(await copyVersion(ask, taskQueueId, number))
}

async function reviewCopy(ask: Ask, taskQueueId: string, number: number): Promise<void> {
  const place = await copyVersion(ask, taskQueueId, number)
  redirect(place.startsWith('/designs/') ? `${place}/review` : place)
}

/** The address to go on at. */
async function copyVersion(ask: Ask, taskQueueId: string, number: number): Promise<string> {
  const { store } = await services()
  const known = isTaskQueueId(taskQueueId) && Number.isInteger(number) && number > 0 && number < 2 ** 31
  const version = known ? await readVersion(store, taskQueueId, number) : undefined
  if (version === undefined) return '/'
  const kept = await keepNewDesign(ask, version.designYaml)
  return kept.ok ? `/designs/${kept.value.id}` : '/sign-in'
}
