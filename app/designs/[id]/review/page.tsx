import type { Metadata } from 'next'
import { registerDesign, replayLastTasks } from '@/app/_server/actions/reviewDesign'
import { openDesign } from '@/app/_server/designs/openDesign'
import { guardedPage } from '@/app/_server/guard/guardedPage'
import { openReview } from '@/app/_server/review/openReview'
import { type PoolOutlook, poolOutlook } from '@/app/_server/review/reviewedPool'
import { currentSession, sessionDeployment } from '@/app/_server/services/session'
import { Code } from '@/app/_ui/components/Code'
import { EmptyState, Message } from '@/app/_ui/components/Message'
import { Panel } from '@/app/_ui/components/Panel'
import { ProblemList } from '@/app/_ui/components/Problems'
import { TextLink } from '@/app/_ui/components/TextLink'
import { When } from '@/app/_ui/components/When'
import { versionHref } from '@/app/_ui/page/addresses'
import { Breadcrumbs, PageHeader } from '@/app/_ui/page/PageHeader'
import { PermissionNote } from '@/app/_ui/page/PermissionNote'
import { Summary } from '@/app/_ui/results/Summary'
import { Answer } from '@/app/_ui/review/Answer'
import { ChangedElsewhere } from '@/app/_ui/review/ChangedElsewhere'
import { Comparison } from '@/app/_ui/review/Comparison'
import { Outlook, ScopesNeeded } from '@/app/_ui/review/Outlook'
import { Overtaken } from '@/app/_ui/review/Overtaken'
import { PoolReview } from '@/app/_ui/review/PoolReview'
import { RegisterForm } from '@/app/_ui/review/RegisterForm.client'
import { ReplayTasks } from '@/app/_ui/review/ReplayTasks.client'
import { permission } from '@/lib/auth/permissions'
import { withoutEnd } from '@/lib/base/texts'
import { defaultExpiry } from '@/lib/registrar/prepareRegistration'
import { registrationOutlook } from '@/lib/registrar/registrationOutlook'
import { answerOf } from '@/lib/review/answerOf'

export const metadata: Metadata = { title: 'Review' }

/** What would change if a design were registered, and the button that does it. */
export default guardedPage('readers', ReviewPage)

async function ReviewPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const [design, session] = await Promise.all([openDesign(id), currentSession()])
  const { draft, composition, problems, catalog } = design
  const review = await openReview(design, session)
  const { taskQueueId, current, base, overtaken, inForce, changedElsewhere, seen, compared, unread, breaking } = review
  const serious = problems.filter(({ severity }) => severity !== 'notice')
  const broken = composition?.effectiveSchema === undefined || problems.some(({ severity }) => severity === 'error')
  const deployment = { ...(await sessionDeployment(session)), patience: 3000 }
  const outlook = composition && (await registrationOutlook(composition, deployment, defaultExpiry(new Date())))
  const pool = broken || composition === undefined ? undefined : await poolOutlook(composition, catalog, deployment)
  const remarks = serious.length > 0 && (
    <Panel title="Problems and warnings">
      <ProblemList problems={serious} none="" />
    </Panel>
  )
  const ours = compared?.next.payloadSchema
  const threeWay = (
    <>
      {changedElsewhere && <ChangedElsewhere inForce={inForce} current={current} ours={ours} />}
      {overtaken && current !== undefined && <Overtaken base={base} theirs={current} ours={ours} />}
    </>
  )
  // the deployment says what is held; what the session knows of it stands in while it is silent
  const held = outlook?.held ?? session?.scopes
  const mayRegister = permission(held, { AllOf: outlook?.needed ?? [] })
  const mayRegisterPool = pool && permission(held, { AllOf: pool.needed })
  const rootUrl = composition?.design.rootUrl
  const elsewhere = rootUrl === undefined ? undefined : withoutEnd(rootUrl, '/')
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            steps={[
              { href: '/designs', label: 'Designs' },
              { href: `/designs/${id}`, label: draft.title },
            ]}
          />
        }
        title="Review and register"
      >
        <Summary problems={problems} restrictions={composition?.restrictions.length} />
      </PageHeader>
      <div className="space-y-5">
        {compared === undefined ? (
          <>
            {threeWay}
            {unread !== undefined && (
              <Answer answer={answerOf(unread)} compared="No version of this worker type is registered here." />
            )}
            {remarks}
            <Panel title="Difference">
              <EmptyState
                title={
                  broken
                    ? 'There is nothing to compare while the design has errors'
                    : unread === undefined
                      ? 'This worker type is new'
                      : 'There is nothing to compare with'
                }
              >
                {!broken &&
                  unread === undefined &&
                  'No version of it is registered, so no task of it is checked today.'}
              </EmptyState>
            </Panel>
          </>
        ) : (
          <Comparison
            {...compared}
            previewHref={`/designs/${id}/preview`}
            compared={
              changedElsewhere && inForce.state === 'held' ? (
                'Compared with the payload schema that the Queue holds at this moment.'
              ) : (
                <>
                  Compared with{' '}
                  {current !== undefined && (
                    <>
                      <TextLink href={versionHref(current)}>version {current.number}</TextLink>, registered by{' '}
                      {current.author} on <When at={current.createdAt} />
                    </>
                  )}
                  {stateWords[inForce.state]}
                </>
              )
            }
            before={threeWay}
          >
            {remarks}
            <Panel
              title="Real tasks"
              note="The tasks of your last preview of this worker type, under both payload schemas."
            >
              <ReplayTasks
                taskQueueId={taskQueueId}
                previewHref={`/designs/${id}/preview`}
                replay={replayLastTasks.bind(null, id)}
              />
            </Panel>
          </Comparison>
        )}
        {pool !== undefined && mayRegisterPool !== undefined && (
          <PoolReview outlook={pool} permission={mayRegisterPool} />
        )}
        {elsewhere !== undefined && elsewhere !== deployment.rootUrl && (
          <Message kind="warning">
            Workers of this design claim from <Code>{elsewhere}</Code>, but you register with the deployment that you
            are signed in with, <Code>{deployment.rootUrl}</Code>. To register it there, sign in with that deployment,
            or use <Code>wtd register</Code> on the command line.
          </Message>
        )}
        <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
          <Panel title="Scopes that registering needs">
            {outlook === undefined ? (
              <EmptyState title="Known once the design can be read" />
            ) : outlook.needed.length === 0 && pool === undefined ? (
              <EmptyState title="None: nothing is sent to this Queue" />
            ) : (
              <div className="space-y-3">
                <ScopesNeeded needed={outlook.needed} held={outlook.held} />
                {pool !== undefined && (
                  <>
                    <h3 className="text-sm font-medium">For the worker pool</h3>
                    <ScopesNeeded needed={pool.needed} held={outlook.held} />
                  </>
                )}
              </div>
            )}
          </Panel>
          <Panel title="Register" note={`${taskQueueId} with the Queue at ${deployment.rootUrl}, for a year.`}>
            {outlook !== undefined && <Outlook outlook={outlook} />}
            {outlook !== undefined && <PermissionNote to="register it" permission={mayRegister} className="mb-3" />}
            <RegisterForm
              register={registerDesign.bind(null, id)}
              revision={draft.revision}
              basedOn={current?.number ?? 0}
              inForce={seen}
              taskQueueId={taskQueueId}
              breaking={breaking.map(({ id: change, sentence, component, effect }) => ({
                id: change,
                sentence,
                component,
                doubtful: effect === 'undecided',
              }))}
              overtaken={overtaken}
              disabled={broken || !mayRegister.allowed}
              {...(pool === undefined ? {} : { pool: poolChoice(pool, mayRegisterPool?.allowed === true) })}
            />
          </Panel>
        </div>
      </div>
    </>
  )
}

/** How the version that was registered last stands with the Queue, to end a sentence with. */
const stateWords = {
  held: ', which the Queue holds at this moment.',
  none: '.',
  unheld: '; this Queue holds no task against a payload schema.',
  unknown: '; whether the Queue holds it could not be read.',
}

/** The checkbox of the pool: what its reader has seen, and why it cannot be chosen. */
function poolChoice({ plan, problems }: PoolOutlook, allowed: boolean) {
  const why = allowed ? 'see what stands in the way above' : 'see the scopes that it takes above'
  return { seen: plan?.found ?? null, ...(allowed && plan !== undefined && problems.length === 0 ? {} : { why }) }
}
