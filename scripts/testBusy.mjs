// `npm run test:busy` runs `npm test` beside four loops that want a processor each: it is slower and still passes. What follows goes to `npm test`.
import { spawn } from 'node:child_process'
import { main } from './steps/main.mjs'
import { run } from './steps/run.mjs'

const loops = 4

await main(async () => {
  const busy = Array.from({ length: loops }, () =>
    spawn(process.execPath, ['--eval', 'for (;;);'], { stdio: 'ignore' }),
  )
  // a loop that outlives this would go on for ever, and one that goes on keeps this from ending
  const end = () => busy.forEach((loop) => void loop.kill('SIGKILL'))
  process.once('exit', end)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130))
  process.exitCode = await run(process.execPath, ['scripts/test.mjs', ...process.argv.slice(2)])
  end()
})
