import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { formatDesign } from '@/lib/compose/design/formatDesign'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { answeringApp } from './testing/answeringApp'
import { runWtd } from './testing/runWtd'

const app = answeringApp()
const folder = mkdtempSync(join(tmpdir(), 'wtd-diff-'))

function write(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const text = (plugins: Record<string, JsonValue>) => formatDesign(exampleDesign('docker', plugins))
const wide = write('wide.yml', text({ env: {}, cache: {} }))
const narrow = write('narrow.yml', text({ env: {} }))
const question = 'Will any task that works today stop working?'

describe('wtd diff', () => {
  it('says no to what only widens, and shows what', async () => {
    const { status, stdout } = await runWtd('diff', wide, '--against', narrow)
    expect(status).toBe(0)
    expect(stdout).toMatch(`${question} No.`)
    expect(stdout).toMatch(/plugin cache\n {2}allows more .*\/caches/)
    expect(stdout).toContain('Roll-out: workers first.')
    expect(stdout).toMatch(/Worker configuration:[\s\S]*\n\+ .*cache/)
  })

  it('says yes to what narrows, with a payload', async () => {
    const { status, stdout } = await runWtd('diff', narrow, '--against', wide, '--format', 'json')
    expect(status).toBe(1)
    const report = JSON.parse(stdout)
    expect(report).toMatchObject({ answer: 'yes', count: 1, example: { caches: expect.anything() } })
    expect(report.groups[0]).toMatchObject({
      component: 'plugin cache',
      changes: [{ effect: 'narrows', path: '/caches' }],
    })
  })

  it('writes Markdown for a pull request', async () => {
    const { status, stdout } = await runWtd('diff', narrow, '--against', wide, '--format', 'markdown')
    expect(status).toBe(1)
    expect(stdout.startsWith(`### ${question} **Yes.**`)).toBe(true)
    expect(stdout).toContain('```diff')
  })

  it('compares with a payload schema as the command line prints it', async () => {
    const schema = write('schema.json', (await runWtd('schema', wide)).stdout)
    expect(await runWtd('diff', wide, '--against', schema)).toMatchObject({ status: 0 })
    expect(await runWtd('diff', narrow, '--against', schema)).toMatchObject({ status: 1 })
  })

  it('compares with what is registered, and with a version of it', async () => {
    const [wideSchema, narrowSchema] = [(await runWtd('schema', wide)).stdout, (await runWtd('schema', narrow)).stdout]
    const place = '/worker-types/proj/example-1'
    const server = await app({
      [`${place}/in-force.json`]: JSON.stringify({ state: 'held', version: 2, changedElsewhere: false }),
      [`${place}/versions/2/schema.json`]: narrowSchema,
      [`${place}/versions/2/design.yml`]: text({ env: {} }),
      [`${place}/versions/1/schema.json`]: wideSchema,
      [`${place}/versions/1/design.yml`]: text({ env: {}, cache: {} }),
    })
    const same = await runWtd('diff', narrow, '--server', server)
    expect(same).toMatchObject({ status: 0, stderr: '' })
    expect(same.stdout).toContain(`what is registered of proj/example-1 -> ${narrow}`)
    const broken = await runWtd('diff', narrow, '--against', '1', '--server', server)
    expect(broken).toMatchObject({ status: 1, stderr: '' })
    expect(broken.stdout).toContain('version 1 of proj/example-1')
  })

  const registeredAs = (inForce: object, schema: string) => {
    const place = '/worker-types/proj/example-1'
    return {
      [`${place}/in-force.json`]: JSON.stringify(inForce),
      [`${place}/versions/2/schema.json`]: schema,
      [`${place}/versions/2/design.yml`]: text({ env: {} }),
    }
  }

  it('compares with what the Queue holds where somebody has declared that elsewhere', async () => {
    const [wideSchema, narrowSchema] = [(await runWtd('schema', wide)).stdout, (await runWtd('schema', narrow)).stdout]
    const declared = { declaredBy: 'eve', declaredAt: '2030-01-02T03:04:05.000Z' }
    const inForce = { state: 'held', changedElsewhere: true, payloadSchema: JSON.parse(wideSchema), ...declared }
    for (const version of [2, null]) {
      const server = await app(registeredAs({ ...inForce, version }, narrowSchema))
      const { status, stdout, stderr } = await runWtd('diff', narrow, '--server', server)
      expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
      expect(stdout).toContain(`${question} Yes.`)
      expect(stdout).toContain('what the Queue holds of proj/example-1, which eve declared elsewhere on 2030-01-02 ->')
    }
  })

  it('cannot tell where nobody can read what the Queue holds', async () => {
    const narrowSchema = (await runWtd('schema', narrow)).stdout
    const problems = [{ message: 'the Queue at https://tc.example.com cannot be reached: ECONNREFUSED' }]
    for (const version of [2, null]) {
      const server = await app(
        registeredAs({ state: 'unknown', changedElsewhere: false, version, problems }, narrowSchema),
      )
      const { status, stdout } = await runWtd('diff', narrow, '--server', server)
      expect(status).toBe(1)
      expect(stdout).toContain(`${question} Cannot tell.`)
      expect(stdout).toContain('ECONNREFUSED')
    }
  })

  it('says that the Queue holds nothing any more', async () => {
    const narrowSchema = (await runWtd('schema', narrow)).stdout
    const server = await app(registeredAs({ state: 'none', changedElsewhere: true, version: 2 }, narrowSchema))
    const { status, stdout } = await runWtd('diff', narrow, '--server', server)
    expect(status).toBe(0)
    expect(stdout).toContain('what is registered of proj/example-1 (of which the Queue holds nothing now)')
  })

  it('says that nothing is registered', async () => {
    const nothing = await runWtd('diff', narrow, '--server', await app({}))
    expect(nothing).toMatchObject({ status: 1, stdout: '' })
    expect(nothing.stderr).toContain('Nothing is registered of proj/example-1.')
  })

  it('says that a version is not there', async () => {
    const server = await app({})
    const none = await runWtd('diff', narrow, '--against', '7', '--server', server)
    expect(none).toMatchObject({ status: 1, stdout: '' })
    expect(none.stderr).toContain('There is no version 7 of proj/example-1.')
  })

  it.each([
    ['a file that is not there', ['--against', join(folder, 'nowhere.yml')], /There is no such file/],
    ['an app that is not there', ['--server', 'http://127.0.0.1:9'], /does not answer/],
    ['a schema that is none', ['--against', write('bad.json', '{"type": "strange"}')], /bad\.json/],
    ['another format', ['--format', 'xml'], /Allowed choices are text, json, markdown/],
  ])('ends with 2 for %s', async (_, args, words) => {
    const result = await runWtd('diff', narrow, ...args)
    expect(result).toMatchObject({ status: 2, stdout: '' })
    expect(result.stderr).toMatch(words)
  })

  it('needs to know the worker type to ask the app', async () => {
    const schema = write('alone.json', '{"type": "object"}')
    expect(await runWtd('diff', schema)).toMatchObject({ status: 2, stdout: '' })
    expect(await runWtd('diff', schema, '--against', schema)).toMatchObject({ status: 0 })
  })
})
