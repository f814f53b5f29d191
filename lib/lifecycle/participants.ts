import type { Participant } from './trace'

/** Everybody who takes part, from left to right in a sequence diagram. */
export const participants: readonly Participant[] = [
  'Main',
  'PluginProvider',
  'Plugin',
  'TaskPlugin',
  'Engine',
  'SandboxBuilder',
  'Sandbox',
  'ResultSet',
]
