import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { mermaidDiagram } from './mermaidDiagram'
import { traceTask } from './traceTask'

function diagram(payload: JsonObject): string[] {
  const composition = composeWorkerType(exampleDesign('native', { env: {}, tcproxy: {} }), loadCatalog())
  return mermaidDiagram(traceTask(composition, loadCatalog(), { payload })).split('\n')
}

it('draws the stages, with the steps of several plugins side by side', () => {
  const lines = diagram({ command: [] })
  expect(lines.slice(0, 3)).toEqual(['sequenceDiagram', '  participant Main', '  participant PluginProvider'])
  const at = lines.indexOf('  Note over Main,ResultSet: BuildSandbox')
  const caveat = 'done#58; HOME, USER and LOGNAME are set by the engine, whatever a task or the configuration says'
  expect(lines.slice(at + 1, at + 8)).toEqual([
    '  Main->>TaskPlugin: BuildSandbox (env, tcproxy)',
    '  par plugin env',
    `    TaskPlugin->>SandboxBuilder: setEnvironmentVariable(name#58; #34;TASK_ID#34;) (env)#58; ${caveat}`,
    `    TaskPlugin->>SandboxBuilder: setEnvironmentVariable(name#58; #34;RUN_ID#34;) (env)#58; ${caveat}`,
    '  and plugin tcproxy',
    expect.stringContaining('attachProxy(name#58; #34;tcproxy#34;) (tcproxy)#58; not supported, ignored'),
    '  end',
  ])
  expect(lines.at(-2)).toBe('  Note over Main,ResultSet: completed')
})

it('shows texts of a task as text', () => {
  const lines = diagram({ command: [], env: { 'a;b\n%%{init}%%<b>😀': '' } })
  expect(lines.every((line) => /^ *[\w ,.()/#;:>-]*$/.test(line))).toBe(true)
  expect(lines.join('\n')).toContain('a#59;b#92;n#37;#37;#123;init#125;#37;#37;#60;b#62;#128512;')
  expect(lines.join('\n')).toContain('TaskPlugin-xSandboxBuilder: ')
})
