import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { recordScreen } from '@/lib/catalog/testing/recordScreen'
import { runWtd } from './testing/runWtd'

const folder = mkdtempSync(join(tmpdir(), 'wtd-kit-'))
function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const good = write('good.yml', recordScreen)
const native = 'engine-catalog/taskcluster-worker/native.yml'

describe('wtd plugin test', () => {
  it('shows the matrix and the payload schemas, equal ones once', async () => {
    const { status, stdout, stderr } = await runWtd('plugin', 'test', good)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^plugin recordscreen 1\.0\.0, with a made-up engine\nconfiguration \{/)
    expect(stdout).toMatch(
      /task feature +every feature +no feature +without openDisplay\nScreen recording +yes +no +no\n/,
    )
    expect(stdout).toContain('\nevery feature, without newVolume or newVolumeBuilder or ')
    expect(stdout).toContain('\nno feature, without openDisplay:\n')
    expect(stdout.match(/"recordScreen": \{/g)).toHaveLength(1)
    expect(stdout).toMatch(/\nNo contradictions\.\n$/)
  })

  it('gives every case as JSON', async () => {
    const { status, stdout } = await runWtd('plugin', 'test', good, '--format', 'json')
    const report = JSON.parse(stdout)
    expect(status).toBe(0)
    expect(report).toMatchObject({ entry: 'plugin recordscreen', version: '1.0.0', contradictions: [] })
    expect(report.cases).toHaveLength(17)
    expect(report.cases[0].effectiveSchema.properties).toHaveProperty('recordScreen')
  })

  it('ends with 1 on a contradiction, and names its line', async () => {
    const path = write('bad.yml', recordScreen.replace('path: /recordScreen}', 'path: /screenRecord}'))
    const { status, stdout, stderr } = await runWtd('plugin', 'test', path)
    expect(status).toBe(1)
    expect(stdout).toContain('Contradictions: 1.')
    expect(stderr).toMatch(/bad\.yml:\d+: taskFeatures\[0\]\.requestedBy\.path: The payload schema has no place/)
  })

  it.each<[string, string[], number, RegExp]>([
    [
      'an entry that is not accepted',
      ['plugin', 'test', write('no.yml', recordScreen.replace('kind: plugin', 'kind: p'))],
      1,
      /no\.yml:1: kind: This has to be one of/,
    ],
    ['a text that is no YAML', ['plugin', 'test', write('yaml.yml', 'a: [')], 2, /yaml\.yml:1: This is no YAML/],
    ['a file that is not there', ['plugin', 'test', join(folder, 'gone.yml')], 2, /There is no such file/],
    ['too much text', ['plugin', 'test', write('large.yml', `# ${'x'.repeat(300_000)}`)], 2, /at most 256 KB are read/],
    ['an engine', ['plugin', 'test', native], 1, /The entry native is an engine\. Use wtd engine test\./],
    [
      'a plugin in place of an engine',
      ['engine', 'test', good],
      1,
      /The entry recordscreen is a plugin\. Use wtd plugin test\./,
    ],
    ['no command', ['plugin'], 2, /Usage: wtd plugin/],
    ['an unknown command', ['engine', 'break', good], 2, /unknown command/],
  ])('ends as usual on %s', async (_, args, status, words) => {
    const result = await runWtd(...args)
    expect(result.status).toBe(status)
    expect(result.stderr).toMatch(words)
    expect(result.stderr).not.toMatch(/^\s+at /m)
  })

  it('keeps control characters of an entry from the terminal', async () => {
    const path = write(
      'escape.yml',
      recordScreen.replace('title: Screen recording\n    req', 'title: "\\e[31mred"\n    req'),
    )
    const { status, stdout } = await runWtd('plugin', 'test', path)
    expect(status).toBe(0)
    expect(stdout).toContain('\\u001b[31mred')
    expect(stdout).not.toContain('\u001b')
  })

  it('takes a built-in plugin for a new version of itself', async () => {
    const { status, stderr } = await runWtd('plugin', 'test', 'plugin-catalog/taskcluster-worker/tcproxy.yml')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})

describe('wtd engine test', () => {
  it('shows which engine features a plugin could use', async () => {
    const { status, stdout } = await runWtd('engine', 'test', native)
    expect(status).toBe(0)
    expect(stdout).toMatch(/^engine native 1\.0\.0, with a made-up plugin for each engine feature\n/)
    expect(stdout).toMatch(/engine feature +any configuration\n/)
    expect(stdout).toMatch(/\nopenDisplay +no\n/)
    expect(stdout).toContain('"usesNewShell"')
  })
})
