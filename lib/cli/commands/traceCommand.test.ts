import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { runWtd } from '@/lib/cli/testing/runWtd'
import { formatDesign } from '@/lib/compose/design/formatDesign'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'

const folder = mkdtempSync(join(tmpdir(), 'wtd-trace-'))

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const design = (name: string, plugins: Record<string, JsonValue>, strict = true) =>
  write(name, formatDesign(exampleDesign('native', plugins, { strict })))
const task = (name: string, value: JsonValue) => write(name, JSON.stringify(value))

const strict = design('strict.yml', { cache: {}, tcproxy: {}, success: {} })
const lenient = design('lenient.yml', { cache: {}, tcproxy: {} }, false)
const plain = task('plain.json', { payload: { command: [] }, metadata: { name: 'build\u001b[31m' } })
const cached = task('cached.json', { command: [], caches: [{ mountPoint: 'm', options: {} }] })
const proxied = task('proxied.json', { command: [], disableTaskclusterProxy: false })

it.each([
  ['a task that lacks nothing', strict, plain, 0],
  ['a task that is malformed here', strict, cached, 1],
  ['a task that gets less than it asks for', strict, proxied, 1],
  ['the same where the design lets it', lenient, proxied, 0],
  ['a payload that is no good', strict, task('bad.json', { command: 1 }), 1],
])('%s', async (_, designFile, taskFile, status) => {
  const text = await runWtd('trace', designFile, taskFile)
  expect(text).toMatchObject({ status, stderr: '' })
  expect(text.stdout).toContain('\nResolution: ')
  expect(text.stdout).not.toContain('\u001b')
})

it('writes text, JSON and Mermaid', async () => {
  expect((await runWtd('trace', strict, plain)).stdout).toMatch(
    /^build.* on proj\/example-1, engine native\n\nNewPlugin/,
  )
  const json = JSON.parse((await runWtd('trace', strict, plain, '--format', 'json')).stdout)
  expect(json).toMatchObject({ resolution: { state: 'completed' }, notReached: [] })
  expect((await runWtd('trace', strict, plain, '--format', 'mermaid')).stdout).toMatch(/^sequenceDiagram\n/)
  expect((await runWtd('trace', strict, plain, '--fails')).stdout).toMatch(/Resolution: failed; /)
})

it.each([
  ['a design that is wrong', 1, design('wrong.yml', { maxruntime: {} }), plain],
  ['a task that is no data', 2, strict, write('broken.json', '{')],
  ['a list without tasks', 2, strict, write('empty.json', '[]')],
  ['a file that is not there', 2, strict, join(folder, 'gone.json')],
])('says why it cannot trace: %s', async (_, status, designFile, taskFile) => {
  const result = await runWtd('trace', designFile, taskFile)
  expect(result).toMatchObject({ status, stdout: '' })
  expect(result.stderr).not.toBe('')
})
