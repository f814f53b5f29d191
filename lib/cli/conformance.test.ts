import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { readRecordedJson } from '@/lib/base/testing/recordings'
import { type CaseKind, caseConfig, caseEnvironment, caseNames, outcomesOf } from '@/lib/catalog/testing/recordedCases'
import { runWtd } from './testing/runWtd'

/** As the recordings have it: titles and descriptions removed, enum and required sorted, keys sorted. */
function structure(schema: JsonValue, inProperties = false): JsonValue {
  if (Array.isArray(schema)) return schema.map((item) => structure(item))
  if (!isJsonObject(schema)) return schema
  const entries = Object.entries(schema)
    .filter(([key]) => inProperties || (key !== 'title' && key !== 'description'))
    .map(([key, value]): [string, JsonValue] => {
      if (!inProperties && (key === 'enum' || key === 'required') && Array.isArray(value))
        return [key, [...value].sort()]
      return [key, structure(value, !inProperties && key === 'properties')]
    })
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The arguments that name a case's environment, where it has one. */
function envArgs(kind: CaseKind, name: string): string[] {
  const file = caseEnvironment(kind, name)
  return file === undefined ? [] : ['--env-file', file]
}

describe('configurations that the real program starts with', () => {
  it.each(caseNames('accepted'))('%s has the base schema that the program reports', async (name) => {
    const args = ['schema', '--from-config', caseConfig('accepted', name), '--base', ...envArgs('accepted', name)]
    const { status, stdout, stderr } = await runWtd(...args)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const expected = readRecordedJson<JsonValue>('taskcluster-worker', 'accepted', `${name}.schema.json`)
    expect(structure(JSON.parse(stdout))).toEqual(structure(expected))
  })

  it.each(caseNames('accepted'))('%s imports, bundles and comes back as it was', async (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'wtd-'))
    const design = join(folder, 'design.yml')
    const env = envArgs('accepted', name)
    const first = await runWtd('import', caseConfig('accepted', name), ...env)
    expect(first.status, first.stderr).toBe(0)
    writeFileSync(design, first.stdout)
    const bundled = await runWtd('bundle', design, '-o', join(folder, 'one'))
    expect(bundled.status, bundled.stderr).toBe(0)
    const again = await runWtd('import', join(folder, 'one', 'config.yml'), ...env)
    expect(again.status, again.stderr).toBe(0)
    expect(again.stdout).toBe(first.stdout)
    const composed = await runWtd('compose', design)
    writeFileSync(design, again.stdout)
    expect((await runWtd('compose', design)).stdout).toBe(composed.stdout)
  })
})

const index = readRecordedJson<Record<string, { stage: string; at?: string[]; property?: string | null }>>(
  'taskcluster-worker',
  'rejected',
  'index.json',
)

describe('configurations that the real program refuses', () => {
  it.each(caseNames('rejected'))('%s is refused at the same places', async (name) => {
    const args = ['schema', '--from-config', caseConfig('rejected', name), ...envArgs('rejected', name)]
    const { status, stdout, stderr } = await runWtd(...args)
    expect({ status, stdout }, stderr).toEqual({ status: 1, stdout: '' })
    const expected = index[name]
    for (const place of expected?.at ?? []) expect(stderr).toContain(place)
    if (typeof expected?.property === 'string') expect(stderr).toContain(`payload property ${expected.property} `)
  })
})

describe('tasks that the real program ran', () => {
  it.each(caseNames('outcomes'))('are foreseen for %s', async (workerType) => {
    const folder = mkdtempSync(join(tmpdir(), 'wtd-'))
    const design = join(folder, 'design.yml')
    const tasks = join(folder, 'tasks.ndjson')
    writeFileSync(design, (await runWtd('import', caseConfig('outcomes', workerType))).stdout)
    const known = outcomesOf(workerType)
    writeFileSync(tasks, known.map(({ payload, scopes }) => `${JSON.stringify({ payload, scopes })}\n`).join(''))
    const { stdout } = await runWtd('preview', design, tasks, '--format', 'ndjson')
    const verdicts: { ok: boolean }[] = stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
    expect(verdicts.length).toBe(known.length)
    // whether an internal error can be foreseen is another matter: some lie in the task, others in the machine
    const runs: Record<string, boolean> = { completed: true, failed: true, 'malformed-payload': false }
    const wrong = known.flatMap((row, i) =>
      (runs[row.reason] ?? verdicts[i]?.ok) === verdicts[i]?.ok ? [] : [{ ...row, verdict: verdicts[i] }],
    )
    expect(wrong).toEqual([])
  })
})
