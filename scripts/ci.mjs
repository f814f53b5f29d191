// Everything that must hold, one after the other; one line at the end says what became of all of it.
import { spawn } from 'node:child_process'
import { main } from './steps/main.mjs'
import { projectRoot } from './steps/projectRoot.mjs'
import { sumClosingLines } from './steps/sumClosingLines.mjs'

/** Runs a script of package.json with its output shown, and resolves to its status and what it printed last. */
function runScript(name) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', name], { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] })
    let end = ''
    child.stdout.on('data', (data) => {
      process.stdout.write(data)
      end = `${end}${data}`.slice(-10_000)
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ name, status: code ?? 1, output: end }))
  })
}

await main(async () => {
  const parts = []
  for (const name of ['check', 'test', 'test:deep']) parts.push(await runScript(name))
  const { passed, failed, complaints } = sumClosingLines(parts)
  for (const complaint of complaints) process.stdout.write(`${complaint}\n`)
  if (failed > 0) process.exitCode = 1
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
})
