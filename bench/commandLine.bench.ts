import { spawnSync } from 'node:child_process'
import { recordingPath } from '@/lib/base/testing/recordings'
import { measure, printTable } from './measure'

const config = recordingPath('taskcluster-worker/accepted/docker-standard.config.yml')

function node(...args: string[]) {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

// In turns, so that a machine that slows down slows both.
const bare: number[] = []
const schema: number[] = []
for (let i = 0; i < 17; i++) {
  bare.push((await measure(1, 0, () => node('-e', '0'))).median)
  schema.push((await measure(1, 0, () => node('bin/wtd', 'schema', '--from-config', config))).median)
}
const counted = (times: number[]) => times.slice(2)
const sorted = (times: number[]) => times.toSorted((a, b) => a - b)
const timing = (times: number[]) => ({
  median: sorted(times)[Math.floor(times.length / 2)] ?? 0,
  least: Math.min(...times),
  most: Math.max(...times),
  runs: times.length,
})
const whole = timing(counted(schema))
const empty = timing(counted(bare))
printTable('Command line, whole process', [
  {
    what: 'wtd schema --from-config docker-standard',
    timing: whole,
    goal: '200 ms or less',
    met: whole.median <= 200,
    ratio: `${(whole.median / empty.median).toFixed(1)} times an empty Node process (${empty.median.toFixed(0)})`,
  },
])
