import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import {
  composeGenericWorker,
  type RecordedTask,
  readRecorded,
  recordedNames,
} from '@/lib/compose/testing/genericWorkerConformance'
import { previewTasks } from './previewTasks'

const catalog = loadCatalog()
const identity = { provisionerId: 'prov', workerType: 'wt' }

/** The groups of a machine that has what the examples ask for. */
const groups = ['audio', 'video', 'docker', 'Administrators']

function preview({ config, task, host }: RecordedTask, engine: string, file: string) {
  const composition = composeGenericWorker(catalog, engine, { ...identity, ...config })
  const definition: JsonObject = { ...task, scopes: task.scopes ?? [], metadata: {} }
  const known = { host: host ? { groups: host.groups } : { groups } }
  const [verdict] = previewTasks(composition, [{ source: file, index: 0, value: definition }], known)
  if (verdict === undefined) throw new Error('no verdict')
  return { verdict, problems: composition.problems }
}

/** By the stage at which a worker refuses a task: the restriction, check or problem that says so here. '' is the program's own schema. */
const saidBy: Record<string, string[]> = {
  schema: [''],
  maxRunTime: ['generic-worker/maximum'],
  artifacts: ['artifacts/expires'],
  'disabled:interactive': ['interactive/interactive'],
  'disabled:mounts': ['no-task-can-run'],
  'disabled:runTaskAsCurrentUser': ['run-task-as-current-user/runTaskAsCurrentUser'],
  'scopes:mounts': ['mounts/caches/scope'],
  'scopes:osGroups': ['os-groups/osGroups/scope'],
  'scopes:loopbackAudio': ['loopback-audio/loopbackAudio/scope'],
  mounts: ['mounts/dependency'],
  osGroups: ['os-groups/own-group', 'd2g/docker-group'],
  chainOfTrust: ['chain-of-trust/notAsCurrentUser', 'chain-of-trust/notAsAdministrator'],
  runAsAdministrator: ['run-as-administrator/needsGroup'],
  'd2g-scopes': ['d2g/privileged/scope'],
  'd2g-output': ['chain-of-trust/dockerChainOfTrust', 'd2g/images'],
  'artifact-name:liveLog': ['logs/same-names'],
}

function casesOf(kind: string) {
  return recordedNames(kind).flatMap((file) => {
    const recorded = readRecorded<RecordedTask>(kind, file)
    return recorded.targets.map((engine): [string, string, RecordedTask] => [file, engine, recorded])
  })
}

describe('tasks of the real generic-worker', () => {
  it.each(casesOf('accepted'))('%s runs on %s', (file, engine, recorded) => {
    const { verdict } = preview(recorded, engine, file)
    expect(verdict.errors).toEqual([])
    expect(verdict.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(verdict.ok).toBe(true)
  })

  it.each(casesOf('rejected'))('%s is refused on %s, at its stage', (file, engine, recorded) => {
    const { verdict, problems } = preview(recorded, engine, file)
    expect(verdict.ok).toBe(false)
    const said = [
      ...verdict.errors.map(({ restriction }) => restriction?.id ?? ''),
      ...verdict.findings.filter(({ severity }) => severity === 'error').map(({ id }) => id),
      ...problems.filter(({ severity }) => severity === 'error').map(({ code }) => code),
    ]
    expect(
      saidBy[recorded.stage ?? '']?.some((id) => said.includes(id)),
      said.join(),
    ).toBe(true)
  })
})
