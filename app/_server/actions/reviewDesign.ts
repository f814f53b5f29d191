'use server'

import { revalidatePath } from 'next/cache'
import { openDesign } from '@/app/_server/designs/openDesign'
import { formData, formText, idText } from '@/app/_server/guard/actionArguments'
import type { Ask } from '@/app/_server/guard/demand'
import { guardedAction } from '@/app/_server/guard/guardedAction'
import { openReview } from '@/app/_server/review/openReview'
import { checkReviewedPool, readSeen, registerReviewedPool, wantedPool } from '@/app/_server/review/reviewedPool'
import { designSide } from '@/app/_server/review/reviewSides'
import { sideInForce, stateInForce } from '@/app/_server/review/stateInForce'
import { composeInThread } from '@/app/_server/services/composeText'
import { inThread } from '@/app/_server/services/inThread'
import { services } from '@/app/_server/services/services'
import { currentSession, sessionDeployment } from '@/app/_server/services/session'
import { bundleArchives } from '@/app/_server/workerTypes/bundleAnswer'
import { checkNow } from '@/app/_server/workerTypes/registrationChecks'
import type { RegisterState, ReplayState } from '@/app/_ui/forms/actionStates'
import type { Problem } from '@/lib/base/problem'
import { pinVersions } from '@/lib/compose/read/pinVersions'
import { poolScopes } from '@/lib/pools/managedElsewhere'
import { outcomeWords } from '@/lib/registrar/deployment/declaration'
import type { InForce } from '@/lib/registrar/deployment/readInForce'
import { registerWorkerType } from '@/lib/registrar/registerWorkerType'
import type { Version } from '@/lib/registry/versions/version'
import { currentVersion } from '@/lib/registry/versions/versions'
import { acknowledgeBreaks, nameNotTyped } from '@/lib/review/acknowledgeBreaks'
import { toolVersion } from '@/lib/toolVersion'

/** Registers a design that was reviewed, if neither it nor what is registered has changed since. */
export const registerDesign = guardedAction(
  {
    name: 'registerDesign',
    readers: 'readers',
    limited: 'work',
    deploymentProblems: ({ problems, registered }) => [...problems, ...(registered?.pool?.problems ?? [])],
    refuse: (problem): RegisterState => ({ problems: [problem] }),
  },
  [idText, formData],
  registerReviewed,
)

async function registerReviewed(ask: Ask, id: string, form: FormData): Promise<RegisterState> {
  // the scopes are those that the Queue asks for, by its own word, which the registrar looks up
  const session = await ask({ AllOf: [] })
  const design = await openDesign(String(id))
  const { draft, composition, problems, catalog, opened } = design
  if (draft.revision !== Number(formText(form, 'revision'))) return { problems: [changed] }
  if (composition === undefined) return { problems }
  const review = await openReview(design, session)
  const { taskQueueId, current, breaking, seen: heldNow } = review
  const basedOn = Number(formText(form, 'basedOn'))
  if (current !== undefined && current.number !== basedOn) return { problems: [overtaken(current)] }
  if (heldNow !== formText(form, 'inForce')) return { problems: [heldElse(review.inForce)] }
  const typedName = formText(form, 'typedName')
  const acknowledged = acknowledgeBreaks(breaking, taskQueueId, {
    reasonFor: (change) => formText(form, `reason:${change}`),
    typedName,
  })
  if (!acknowledged.ok) return { problems: acknowledged.problems }
  if (review.overtaken && typedName.trim() !== taskQueueId) return { problems: [nameNotTyped(taskQueueId)] }
  const { store } = await services()
  const client = await sessionDeployment(session)
  const [message, now] = [formText(form, 'message').trim(), new Date()]
  const pool = formText(form, 'withPool') === 'yes' ? wantedPool(composition, catalog) : undefined
  if (pool !== undefined) await ask({ AllOf: poolScopes(pool.workerPoolId, String(pool.definition.providerId)) })
  const seen = readSeen(formText(form, 'poolSeen'))
  const reviewedPool = pool && { store, client, pool, author: session.who, message, now, seen }
  const inTheWay = reviewedPool === undefined ? [] : await checkReviewedPool(reviewedPool)
  if (inTheWay.length > 0) return { problems: inTheWay }
  // what is registered keeps to the versions that were reviewed
  const pinnedDesign = pinVersions(composition.design, catalog)
  const pinned = await composeInThread({ design: pinnedDesign }, opened)
  if (pinned.composition === undefined) return { problems: pinned.problems }
  const bundle = await bundleArchives({ design: pinnedDesign }, opened, ['tar.gz', 'zip'])
  const registered = await registerWorkerType({
    store,
    client,
    composition: pinned.composition,
    author: session.who,
    message,
    now,
    basedOn,
    record: {
      acknowledgements: acknowledged.value,
      draftId: draft.id,
      toolVersion,
      bundle: bundle.ok ? bundle.value.files : {},
    },
  })
  if (!registered.ok) return { problems: registered.problems }
  const { result, version } = registered.value
  if (result === 'conflict') return { problems: [overtaken(version)] }
  await checkNow(version.taskQueueId)
  const registeredPool = reviewedPool && (await registerReviewedPool(reviewedPool))
  const outcome = version.outcome ?? 'published-only'
  const { meaning, advice } = outcomeWords[outcome]
  const { number, queueAnswer } = version
  const words = [meaning, advice].filter((sentence) => sentence !== '').join(' ')
  revalidatePath('/', 'layout')
  return {
    problems: [],
    registered: {
      renewed: result === 'renewed',
      taskQueueId,
      number,
      outcome,
      words,
      queueAnswer,
      ...(registeredPool === undefined ? {} : { pool: registeredPool }),
    },
  }
}

const changed: Problem = {
  code: 'design-changed',
  severity: 'error',
  message: 'The design has changed since this review.',
  path: '',
  help: 'Reload the page and look at the difference again. Nothing was registered.',
}

function heldElse(inForce: InForce): Problem {
  if (inForce.state === 'unknown') {
    return {
      code: 'schema-in-force-unread',
      severity: 'error',
      message: `What the Queue holds now could not be read: ${inForce.problems.map(({ message }) => message).join('; ')}`,
      path: '',
      help: 'Reload the page to see what can be told without it. Nothing was registered.',
    }
  }
  return {
    code: 'schema-in-force-changed',
    severity: 'error',
    message: 'The Queue holds something else of this worker type now than when this review was made.',
    path: '',
    help: 'Reload the page to compare with that. Nothing was registered.',
  }
}

function overtaken({ author, number, state }: Version): Problem {
  if (state === 'intended') {
    return {
      code: 'registering-now',
      severity: 'error',
      message: `${author} is registering version ${number} at this moment; the Queue has not answered yet.`,
      path: '',
      help: 'Reload the page in a minute or two to compare with it. Nothing of yours was registered.',
    }
  }
  return {
    code: 'registered-meanwhile',
    severity: 'error',
    message: `${author} registered version ${number} while you were looking at this review.`,
    path: '',
    help: 'Reload the page to compare with that version. Nothing was registered.',
  }
}

const budget = 10_000

/** Holds tasks against the schema in force and that of a design. Whoever may read may ask. */
export const replayLastTasks = guardedAction(
  {
    name: 'replayLastTasks',
    readers: 'readers',
    limited: 'work',
    refuse: (problem): ReplayState => ({ problems: [problem] }),
  },
  [idText, formData],
  replay,
)

async function replay(_ask: Ask, id: string, form: FormData): Promise<ReplayState> {
  const design = await openDesign(String(id))
  const next = designSide(design)
  const { store } = await services()
  if (next?.composition === undefined) return { problems: [nothingToCompare] }
  const taskQueueId = `${next.composition.provisionerId}/${next.composition.workerType}`
  const current = await currentVersion(store, taskQueueId)
  const state = await stateInForce(await currentSession(), taskQueueId, current)
  const old = await sideInForce(state, current, design.opened)
  if (old === undefined) return { problems: [nothingToCompare] }
  const input = {
    text: formText(form, 'tasks'),
    old: old.payloadSchema,
    next: next.payloadSchema,
  }
  const done = await inThread('replay', input, { lane: 'long', budget })
  const replayed = done.ok ? done.value : done
  return replayed.ok ? { problems: [], replay: replayed.value } : { problems: replayed.problems }
}

const nothingToCompare = {
  code: 'nothing-to-compare',
  severity: 'error' as const,
  message: 'There are no two payload schemas to hold tasks against.',
  path: '',
  help: 'Reload the page.',
}
