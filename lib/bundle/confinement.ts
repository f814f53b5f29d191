import type { Composition } from '@/lib/compose/composition'
import { installationFor } from './installation'
import { memberAt } from './memberAt'

/** Settings that hide or protect folders, and the folders; each stays out where the worker was told to use one of them. */
const FOLDERS: [setting: string, folders: string[]][] = [
  ['ProtectSystem=full', ['/usr', '/boot', '/efi', '/etc']],
  ['ProtectHome=yes', ['/home', '/root', '/run/user', '/var/run/user']],
  ['PrivateTmp=yes', ['/tmp', '/var/tmp']],
]

const KERNEL = [
  'ProtectKernelTunables=yes',
  'ProtectKernelModules=yes',
  'ProtectControlGroups=yes',
  'RestrictSUIDSGID=yes',
]

/**
 * Hardening of the unit, as lines. Only where tasks run outside the unit, since everything here would bind tasks too, and not where the
 * worker itself runs a command to reboot the machine.
 */
export function confinement(composition: Composition): string[] {
  const { confinable, user, capabilities } = installationFor(composition)
  if (!confinable || user === 'root' || hasRebootCommand(composition)) return []
  const used = configuredPaths(composition)
  const folders = FOLDERS.filter(([, hidden]) =>
    used?.every((path) => !hidden.some((folder) => isWithin(path, folder))),
  )
  return [
    'NoNewPrivileges=yes',
    `CapabilityBoundingSet=${capabilities.join(' ')}`,
    ...folders.map(([setting]) => setting),
    ...KERNEL,
  ]
}

/** Paths that the configuration names; undefined where one is known only where the worker runs. */
function configuredPaths({ workerConfig, engine }: Composition): string[] | undefined {
  const temporary = memberAt(workerConfig, ['config', 'temporaryFolder'])
  const socket = engine === 'docker' ? memberAt(workerConfig, ['config', 'engines', 'docker', 'dockerSocket']) : ''
  const paths = [temporary, socket ?? '']
  if (!paths.every((path) => typeof path === 'string')) return undefined
  return paths.map((path) => path.replace(/^unix:\/\//, '')).filter((path) => path !== '')
}

function isWithin(path: string, folder: string): boolean {
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.')
  const plain = path.startsWith('/') ? `/${segments.join('/')}` : segments.join('/')
  return plain === folder || plain.startsWith(`${folder}/`) || segments.includes('..')
}

/** Whether the reboot plugin runs a command; one that only the environment knows counts. */
function hasRebootCommand({ plugins, workerConfig }: Composition): boolean {
  if (!plugins.includes('reboot')) return false
  const command = memberAt(workerConfig, ['config', 'plugins', 'reboot', 'rebootCommand'])
  return command !== undefined && !(Array.isArray(command) && command.length === 0)
}
