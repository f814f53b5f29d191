import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Composition } from '@/lib/compose/composition'
import { codeSpan } from '@/lib/compose/documentation/markdown'
import { bundleFolderName } from './bundleFile'

/** How a worker has to be installed on Linux so that its engine works. */
export interface Installation {
  user: 'root' | 'taskcluster-worker'
  /** further groups of the user */
  groups: string[]
  /** capabilities of a user that is not root */
  capabilities: string[]
  /** units that should run first */
  after: string[]
  /** tasks run outside the unit, so it can be confined without confining them */
  confinable: boolean
  /** what has to be on the machine, as sentences of Markdown */
  needs: string[]
  /** why this user, as a sentence */
  because: string
}

const DOCKER_SOCKET = 'unix:///var/run/docker.sock'

const PLAIN: Installation = {
  user: 'taskcluster-worker',
  groups: [],
  capabilities: [],
  after: [],
  confinable: false,
  needs: [],
  because: 'The worker needs no rights of its own; tasks run as its user.',
}

const ENGINES: Record<string, (config: JsonObject) => Installation> = {
  docker: dockerInstallation,
  native: (config) =>
    config.createUser === false
      ? { ...PLAIN, needs: groupNeeds(config) }
      : {
          ...PLAIN,
          user: 'root',
          needs: ['`useradd` and `userdel` in `/usr/sbin`.', ...groupNeeds(config)],
          because: 'The worker makes a system user for each task.',
        },
  qemu: (config) => ({
    ...PLAIN,
    user: 'root',
    needs: [
      `QEMU with KVM (\`/dev/kvm\`), \`/dev/net/tun\`, \`iptables\`, \`dnsmasq\`${hasVpn(config) ? ', `openvpn`' : ''}.`,
      'Port 80 free: the worker listens there, and puts the address 169.254.169.254 on the loopback interface.',
    ],
    because: 'The worker makes network devices, firewall rules and a DNS server for its virtual machines.',
  }),
  script: () => ({
    ...PLAIN,
    because: 'The script runs as the user of the worker; choose another one where it needs more.',
  }),
  mock: () => ({ ...PLAIN, confinable: true, because: 'The mock engine runs nothing.' }),
}

/** The needs of a composition's engine. Engines that are not known here get a plain user and no confinement. */
export function installationFor({ engine, workerConfig }: Composition): Installation {
  const plan = Object.hasOwn(ENGINES, engine) ? ENGINES[engine] : undefined
  return plan === undefined ? PLAIN : plan(objectAt(workerConfig, ['config', 'engines', engine]))
}

function dockerInstallation(config: JsonObject): Installation {
  const given = getOwn(config, 'dockerSocket') ?? ''
  const socket = given === '' ? DOCKER_SOCKET : given
  const where = typeof socket === 'string' ? `at ${codeSpan(socket)}` : 'where the environment says'
  return {
    ...PLAIN,
    groups: typeof socket === 'string' && !socket.startsWith('unix:') ? [] : ['docker'],
    capabilities: ['CAP_NET_BIND_SERVICE'],
    after: socket === DOCKER_SOCKET ? ['docker.service'] : [],
    confinable: true,
    needs: [`A Docker daemon that listens ${where}.`],
    because:
      'The worker talks to the Docker daemon and listens on port 80 of the networks that it makes for tasks. Whoever may talk to that daemon has all rights on the machine.',
  }
}

function groupNeeds({ groups }: JsonObject): string[] {
  const names = Array.isArray(groups) ? groups.filter((group) => typeof group === 'string') : []
  return names.length === 0
    ? []
    : [`The groups ${names.map(codeSpan).join(', ')}, which must exist when the worker starts.`]
}

function hasVpn({ network }: JsonObject): boolean {
  const connections = isJsonObject(network) ? network.vpnConnections : undefined
  return connections !== undefined && !(Array.isArray(connections) && connections.length === 0)
}

/** The member of nested objects at a path; undefined where there is none. */
export function memberAt(value: JsonValue, path: string[]): JsonValue | undefined {
  let current: JsonValue | undefined = value
  for (const name of path) {
    if (!isJsonObject(current)) return undefined
    current = getOwn(current, name)
  }
  return current
}

/** The object at a path; an empty one where there is none. */
export function objectAt(value: JsonValue, path: string[]): JsonObject {
  const found = memberAt(value, path)
  return isJsonObject(found) ? found : {}
}

/** Where the parts of a worker go on Linux. Both names are safe in a shell and in a systemd unit: identities are plain. */
export function installPaths({ provisionerId, workerType }: Composition): { folder: string; unit: string } {
  const name = bundleFolderName(`${provisionerId}/${workerType}`)
  return { folder: `/opt/taskcluster-worker/${name}`, unit: `taskcluster-worker-${name}.service` }
}
