import type { Words } from './arbitraryFromSchema'

const durations = [
  0,
  60,
  3600,
  3601,
  -1,
  9223372037,
  '1 hour',
  '61 min',
  ' 1 m ',
  '',
  '2 days',
  '106752 days',
  '213504 days',
]

/** Values on both sides of the lines that engines and plugins draw. */
export const words: Words = {
  '*': ['A', 'LANG', 'A-B', '1A', 'A B', 'é', '', 'TASK_ID', '__proto__', 'constructor', '*'],
  maxRunTime: durations,
  mountPoint: ['/m/', '/m/n/', '/a b/', '/../', 'm', 'a b', '/x', '', '/m/./'],
  path: ['/out.txt', '/logs', 'out.txt', 'a b', 'é', '..', 'x\r'],
  timeout: durations,
  maxPurgeCacheDelay: durations,
  maxLifeCycle: durations,
  name: ['one', 'public/out.txt', 'x y'],
  artifact: ['public/a', 'private/a'],
  maxMemory: [512, 4096],
  maxCPUs: [1, 4],
  memory: [1, 512, 513, 4096, 8192],
  threads: [1, 2, 4, 5],
  delay: [0],
}
