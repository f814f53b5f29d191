import type { JsonValue } from '@/lib/base/json'

/** Every plugin of the released worker, with a configuration in which tasks may use all that it offers. */
export const everyPlugin: Record<string, JsonValue> = {
  artifacts: { privateKey: { $env: 'PRIVATE_KEY' } },
  cache: {},
  env: { extra: { LANG: 'C' } },
  interactive: {},
  livelog: {},
  logprefix: {},
  maxruntime: { maxRunTime: '4 hours', perTaskLimit: 'allow' },
  reboot: { allowTaskReboots: true },
  relengapi: { token: { $env: 'RELENGAPI_TOKEN' } },
  success: {},
  tasklog: {},
  tcproxy: {},
  watchdog: {},
}
