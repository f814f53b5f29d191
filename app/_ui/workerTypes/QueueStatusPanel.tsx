import { checkWorkerTypeNow, renewNow, setAutomaticRenewal } from '@/app/_server/actions/workerTypeActions'
import { may } from '@/app/_server/guard/demand'
import { services } from '@/app/_server/services/services'
import { CollapsibleDetail } from '@/app/_ui/components/Collapsible'
import { Message } from '@/app/_ui/components/Message'
import { ProblemList } from '@/app/_ui/components/Problems'
import { StatusTag } from '@/app/_ui/components/StatusTags'
import { When } from '@/app/_ui/components/When'
import { PermissionNote } from '@/app/_ui/page/PermissionNote'
import { type QueueStatus, reportOn } from '@/lib/registrar/checks/queueStatus'
import { renewalScopes } from '@/lib/registrar/deployment/declaration'
import { readQueueCheck } from '@/lib/registry/renewals/queueChecks'
import { listRenewals } from '@/lib/registry/renewals/renewals'
import type { Version } from '@/lib/registry/versions/version'
import { designSays } from './designSays'
import { RenewalList } from './History'
import { QueueButtons } from './QueueButtons.client'
import { ThreeWayDifference } from './ThreeWayDifference'

/** How the version in force stands with its Queue, what differs, and what can be done about it. */
export async function QueueStatusPanel({ version, status }: { version: Version; status: QueueStatus }) {
  const { taskQueueId, number } = version
  const { store } = await services()
  const [comparing, renewing, whole] = await Promise.all([
    may({ AllOf: [] }),
    may({ AllOf: renewalScopes(version, false) }),
    may({ AllOf: renewalScopes(version, true) }),
  ])
  const [check, renewals] = await Promise.all([readQueueCheck(store, taskQueueId), listRenewals(store, taskQueueId)])
  const { state, differences, problems, expires, checkedAt, automaticRenewal, meaning, advice } = status
  const report = reportOn(version, check)
  const differs = differences.length > 0
  const contentDiffers = differences.some(({ property }) => property !== 'outcome' && property !== 'expires')
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center gap-2 text-sm">
        <StatusTag status={status} />
        <span>
          {meaning} {advice}
        </span>
      </div>
      <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
        <dt className="text-ink-soft">Compared</dt>
        <dd>{checkedAt === null ? 'not yet' : <When at={checkedAt} />}</dd>
        {expires !== null && (
          <>
            <dt className="text-ink-soft">Kept by the Queue until</dt>
            <dd>
              <When at={expires} />
            </dd>
          </>
        )}
        <dt className="text-ink-soft">Renewal</dt>
        <dd>{automaticRenewal ? 'automatic, before it expires' : 'by hand'}</dd>
        {report?.state === 'changed' && report.declaredBy !== null && report.payloadSchema !== null && (
          <>
            <dt className="text-ink-soft">Schema in the Queue</dt>
            <dd>
              declared by {report.declaredBy}
              {report.declaredAt !== null && (
                <>
                  {' '}
                  on <When at={new Date(report.declaredAt)} />
                </>
              )}
            </dd>
          </>
        )}
      </dl>
      {problems.length > 0 && <ProblemList problems={problems} none="" />}
      {report !== undefined && report.outcome === 'enforced' && !report.schemaCompared && state !== 'missing' && (
        <Message kind="notice">This Queue does not say which schema it holds, so schemas were not compared.</Message>
      )}
      {differs && (
        <ThreeWayDifference
          differences={differences}
          version={version}
          queueSchema={report?.payloadSchema ?? null}
          design={await designSays(version)}
        />
      )}
      <div className="space-y-2">
        <QueueButtons
          may={{
            check: comparing.allowed,
            renew: renewing.allowed,
            putBack: whole.allowed,
            toggle: whole.allowed,
          }}
          actions={{
            check: checkWorkerTypeNow.bind(null, taskQueueId),
            renew: renewNow.bind(null, taskQueueId, number, false),
            putBack: renewNow.bind(null, taskQueueId, number, true),
            toggle: setAutomaticRenewal.bind(null, taskQueueId, !automaticRenewal),
          }}
          canRenew={state !== 'undeclared'}
          canPutBack={contentDiffers}
          automaticRenewal={automaticRenewal}
        />
        {comparing.signedIn ? (
          <>
            {renewing.allowed !== whole.allowed && <PermissionNote to="renew it" permission={renewing} />}
            <PermissionNote to="renew it, put it back, or have it renewed" permission={whole} />
          </>
        ) : (
          <PermissionNote to="compare it now or to renew it" permission={whole} />
        )}
      </div>
      {renewals.length > 0 && (
        <CollapsibleDetail label={renewals.length === 1 ? 'One renewal' : `The last ${renewals.length} renewals`}>
          <RenewalList renewals={renewals} />
        </CollapsibleDetail>
      )}
    </div>
  )
}
