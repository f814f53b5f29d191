/** Where the programs and files of a worker are on a host, where nobody says. */
export interface HostPaths {
  program: string
  configFile: string
  signingKey: string
  runnerState: string
}

const posix: HostPaths = {
  program: '/usr/local/bin/generic-worker',
  configFile: '/etc/generic-worker/config.json',
  signingKey: '/etc/generic-worker/ed25519.key',
  runnerState: '/var/local/worker-runner-state.json',
}

const windows: HostPaths = {
  program: 'C:\\generic-worker\\generic-worker.exe',
  configFile: 'C:\\generic-worker\\config.json',
  signingKey: 'C:\\generic-worker\\ed25519.key',
  runnerState: 'C:\\generic-worker\\runner-state.json',
}

/** The usual paths of a platform. */
export function hostPaths(platform: string | undefined): HostPaths {
  return platform === 'windows' ? windows : posix
}
