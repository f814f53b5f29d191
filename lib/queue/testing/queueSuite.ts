import { afterAll, beforeAll, describe } from 'vitest'
import { answersSuite } from './suite/answers'
import { credentialsSuite } from './suite/credentials'
import { enforcementSuite } from './suite/enforcement'
import { groupsSuite } from './suite/groups'
import { type SuiteContext, type SuiteHost, suiteContext } from './suite/suiteContext'
import { tasksSuite } from './suite/tasks'
import { workerPoolsSuite } from './suite/workerPools'
import { workerTypesSuite } from './suite/workerTypes'

/**
 * The contract of the Queue, as its users meet it: every method through `taskcluster-client`, and raw requests where a client cannot say what
 * is to be tested. It knows nothing of its host but a rootUrl and how to make clients. Another host is plugged in by a test file of its own:
 *
 *     queueSuite('the gate', async () => {
 *       const upstream = await startUpstream()
 *       return { rootUrl: gate.url, addClient: (client) => insertClient(upstream.store, client), stop: … }
 *     })
 *
 * `start` is called once for the suite; all tests share the host, and take random names.
 */
export function queueSuite(title: string, start: () => Promise<SuiteHost>): void {
  describe(title, () => {
    let context: SuiteContext | undefined
    const started = () => {
      if (context === undefined) throw new Error('the host only runs inside a test')
      return context
    }
    beforeAll(async () => {
      context = await suiteContext(await start())
    })
    afterAll(() => context?.host.stop())
    describe('answers', () => answersSuite(started))
    describe('credentials', () => credentialsSuite(started))
    describe('worker types', () => workerTypesSuite(started))
    describe('worker pools', () => workerPoolsSuite(started))
    describe('tasks', () => tasksSuite(started))
    describe('task groups', () => groupsSuite(started))
    describe('enforcement', () => enforcementSuite(started))
  })
}
