import 'server-only'
import { services } from '@/app/server/services'
import { recordRefusal } from '@/lib/auth/recordRefusal'
import type { Problem } from '@/lib/base/problem'
import type { Actor } from './demand'

/** How a deployment says that somebody may not do something. */
const refusals = ['queue-scopes-missing', 'queue-credentials-refused']

/** Tells the audit of what a deployment did not let somebody do: its services ask for scopes of their own, beyond the guard's. */
export async function recordDeploymentRefusals(
  problems: readonly Problem[],
  actor: Actor,
  name: string,
): Promise<void> {
  const { store } = await services()
  for (const { code, message } of problems) {
    if (!refusals.includes(code)) continue
    const detail = { by: 'deployment', code, why: message }
    await recordRefusal(store, { who: actor.who, what: `action:${name}`, at: new Date(), detail })
  }
}
