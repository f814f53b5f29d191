import type { Composition } from '@/lib/compose/composition'
import { confinement } from './confinement'
import { installationFor } from './installation'
import { installPaths } from './installPaths'
import { CONFIG_ERROR } from './startScript'
import { systemdText } from './systemdText'

/**
 * `taskcluster-worker.service`. When it is stopped the worker aborts its tasks, reports them as worker-shutdown and gives up after five and a
 * half minutes; its own processes get the signal from it alone, so that tasks do not die first and count as failed.
 */
export function systemdUnit(composition: Composition): string {
  const { user, groups, capabilities, after, because } = installationFor(composition)
  const { folder } = installPaths(composition)
  const units = ['network-online.target', ...after].join(' ')
  const confined = confinement(composition)
  return [
    '[Unit]',
    `Description=${systemdText(`Taskcluster worker ${composition.provisionerId}/${composition.workerType} (${composition.engine})`)}`,
    `Wants=${units}`,
    `After=${units}`,
    'StartLimitIntervalSec=0',
    '',
    '[Service]',
    `WorkingDirectory=${folder}`,
    `EnvironmentFile=-${folder}/worker.env`,
    `ExecStart=${folder}/start-worker.sh`,
    'Restart=always',
    'RestartSec=10',
    '# what only a change of the configuration can mend is not tried again',
    `RestartPreventExitStatus=${CONFIG_ERROR}`,
    'KillMode=mixed',
    'TimeoutStopSec=6min',
    'LimitNOFILE=65536',
    '',
    `# ${because}`,
    `User=${user}`,
    ...(groups.length === 0 ? [] : [`SupplementaryGroups=${groups.join(' ')}`]),
    ...(user === 'root' || capabilities.length === 0 ? [] : [`AmbientCapabilities=${capabilities.join(' ')}`]),
    ...(confined.length === 0 ? [] : ['', ...confined]),
    '',
    '[Install]',
    'WantedBy=multi-user.target',
    '',
  ].join('\n')
}
