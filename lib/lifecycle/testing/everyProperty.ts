import type { JsonObject } from '@/lib/base/json'

const TASK_ID = 'fN1SbArXTPSVFNUvaOlinQ'

/** What an engine itself asks of a task. */
export const engineProperties: Record<string, JsonObject> = {
  docker: { image: { taskId: TASK_ID, artifact: 'public/image.tar' }, command: ['true'] },
  native: { command: ['true'], context: 'https://example.com/context.tar.gz' },
  qemu: {
    image: { namespace: 'images', artifact: 'public/image' },
    command: ['true'],
    machine: { version: 1, memory: 512 },
  },
  script: { url: 'https://example.com' },
  mock: { delay: 0, function: 'true', argument: '' },
}

/** A value for every property that a plugin of the released worker offers, with all that each can be asked for. */
export const pluginProperties: JsonObject = {
  artifacts: [
    { type: 'file', path: '/result.txt', name: 'public/result.txt', expires: '2030-01-01T00:00:00Z' },
    { type: 'directory', path: '/logs', name: 'public/logs' },
  ],
  chainOfTrust: true,
  certifiedLog: true,
  caches: [
    { name: 'checkouts', mountPoint: '/checkouts/', options: {} },
    { mountPoint: '/tools/', options: {}, preload: { taskId: TASK_ID, artifact: 'public/tools.tar' } },
  ],
  env: { LEVEL: '3' },
  interactive: { disableShell: false, disableDisplay: false, artifactPrefix: 'private/session/' },
  maxRunTime: '1 hour',
  reboot: 'on-exception',
  enableRelengAPIProxy: true,
  disableTaskclusterProxy: false,
}
