import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { environmentVariables, readEnvironment } from '@/lib/env'

const root = join(import.meta.dirname, '..', '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** Names and defaults of the table below "Configuration". */
function variablesOfReadme(): Record<string, string> {
  const [, section = ''] = /\n## Configuration\n([\s\S]*?)\n## /.exec(read('README.md')) ?? []
  const rows = [...section.matchAll(/^\| `([A-Z_]+)` \| (.*?) ?\| .+ \|$/gm)]
  return Object.fromEntries(rows.map(([, name, value]) => [name, value?.replaceAll('`', '')]))
}

/** Names and values of .env.example, whose lines are commented out. */
function variablesOfExample(): Record<string, string> {
  const lines = [...read('.env.example').matchAll(/^# ([A-Z_]+)=(.*)$/gm)]
  return Object.fromEntries(lines.map(([, name, value]) => [name, value?.replaceAll('"', '')]))
}

/** The files of the server: what it runs, without tests and without the command line, whose `TASKCLUSTER_*` are no settings. */
function filesOfServer(): string[] {
  const sources = ['app', 'lib'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  const scripts = ['proxy.ts', 'instrumentation.ts', 'scripts/dev.mjs', 'scripts/steps/serve.mjs']
  const isOfServer = (path: string) => /\.tsx?$/.test(path) && !/\.test\.|testing\/|^lib\/cli\//.test(path)
  return [...sources.filter(isOfServer), ...scripts]
}

it('has the same variables in the README, in .env.example and in what reads them, in one order', () => {
  expect(Object.keys(variablesOfReadme())).toEqual(Object.keys(variablesOfExample()))
  expect(Object.keys(variablesOfExample()).sort()).toEqual([...environmentVariables].sort())
})

it('has the same defaults in the README and in .env.example', () => {
  const words = { ROOT_URL: 'http://127.0.0.1:<PORT>', SEAL_KEY: 'a file in DATA_DIR' }
  expect(variablesOfReadme()).toEqual({ ...variablesOfExample(), ...words })
})

it('means by the defaults of .env.example what a server without settings does', () => {
  expect(readEnvironment(variablesOfExample())).toEqual(readEnvironment({}))
})

it('reads nothing in the server that is not among them, but for what Node, Next and the build say', () => {
  const names = filesOfServer().flatMap((path) =>
    [...read(path).matchAll(/process\.env\.(\w+)/g)].map(([, name]) => name),
  )
  const others = /^(NODE_ENV|NEXT_\w+|WORKER_TYPE_DESIGNER_BUILD)$/
  const known = new Set<string | undefined>(environmentVariables)
  expect([...new Set(names)].filter((name) => !known.has(name) && !others.test(name ?? ''))).toEqual([])
  expect(names).toContain('ROOT_URL')
})
