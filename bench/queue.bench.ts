import { type ChildProcess, fork } from 'node:child_process'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { JsonObject } from '@/lib/base/json'
import { readRecording } from '@/lib/base/testing/recordings'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { importConfig } from '@/lib/compose/read/importConfig'
import { exampleDefinition } from '@/lib/queue/testing/exampleDefinition'
import { samplePayload } from '@/lib/schema/sample/samplePayload'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import { type LoadRequest, load, quantile } from './gate/load'

// `npm run bench -- queue`, or for the whole: `npm run bench -- queue --requests 200000`
const flag = process.argv.indexOf('--requests')
const soak = flag < 0 ? 20_000 : Number(process.argv[flag + 1])
const rounds = 5
const perRound = 4000
const concurrency = 32

const text = readRecording('taskcluster-worker/accepted/docker-standard.config.yml')
const catalog = loadCatalog()
const imported = importConfig(text, { catalog })
const schema = imported.ok ? composeWorkerType(imported.value.design, catalog).effectiveSchema : undefined
if (schema === undefined) throw new Error('docker-standard cannot be composed')

/** A payload of some 4 KB that the schema takes. */
function bigPayload(): JsonObject {
  const payload = samplePayload(schema ?? {}, { size: 'typical' })
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) throw new Error('no sample payload')
  const command = ['/bin/bash', '-c', 'echo '.repeat(10)]
  const filled: JsonObject = { ...payload, command }
  while (JSON.stringify(filled).length < 4096) command.push(`echo ${'step '.repeat(12)}`)
  const violations = compilePayloadValidator(schema ?? {})(filled)
  if (violations.length > 0) throw new Error(JSON.stringify(violations))
  return filled
}

const path = '/api/queue/v1/task/fN1SbArXTPSVFNUvaOlinQ'
const create = (change: Record<string, unknown>): LoadRequest => ({
  method: 'PUT',
  path,
  body: JSON.stringify(exampleDefinition(new Date(), change)),
})
const good = create({ taskQueueId: 'proj/docker', payload: bigPayload() })
const hostile = create({ taskQueueId: 'proj/pattern', payload: { a: 'a'.repeat(10_000) } })
const other: LoadRequest = { method: 'GET', path: '/api/queue/v1/ping' }

const children: ChildProcess[] = []
async function start(script: string, args: string[], message?: object): Promise<{ port: number; child: ChildProcess }> {
  const child = fork(join('bench/gate', script), args, { execArgv: ['--import', 'tsx', '--expose-gc'] })
  children.push(child)
  if (message !== undefined) child.send(message)
  const { port } = await told(child, z.object({ port: z.number() }))
  return { port, child }
}

function told<T>(child: ChildProcess, shape: z.ZodType<T>): Promise<T> {
  return new Promise((resolvePromise, reject) => {
    const onExit = () => reject(new Error('a process of the bench ended'))
    child.once('exit', onExit)
    child.once('message', (value) => {
      child.off('exit', onExit)
      resolvePromise(shape.parse(value))
    })
  })
}

/** `memory` clears it up before it is counted. */
async function usageOf(child: ChildProcess, wish: 'memory' | 'processor') {
  child.send(wish)
  return told(child, z.object({ memory: z.number(), heap: z.number(), cpu: z.number() }))
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const lines: string[] = []
const say = (what: string, value: string, goal: string, met: boolean) =>
  lines.push(`| ${what} | ${value} | ${goal} | ${goal === '' ? '' : met ? 'yes' : 'no'} |`)

try {
  const stub = await start('stub.ts', [])
  const upstream = `http://127.0.0.1:${stub.port}`
  const bare = await start('bareProxy.ts', [upstream])
  const pattern = { type: 'object', properties: { a: { type: 'string', pattern: '^(a+)+$' } } }
  const gate = await start('gateProcess.ts', [upstream], { 'proj/docker': schema, 'proj/pattern': pattern })
  const ways = { direct: stub.port, bare: bare.port, gate: gate.port }
  for (const port of Object.values(ways)) await load(port, [good], 3000, concurrency)

  // In turns, so that a machine that slows down slows all.
  const rates = { direct: [] as number[], bare: [] as number[], gate: [] as number[] }
  const alone = { direct: [] as number[], bare: [] as number[], gate: [] as number[] }
  const cpu = { bare: [] as number[], gate: [] as number[] }
  const processes = { bare: bare.child, gate: gate.child }
  for (let round = 0; round < rounds; round++) {
    for (const way of ['direct', 'bare', 'gate'] as const) {
      const before = way === 'direct' ? 0 : (await usageOf(processes[way], 'processor')).cpu
      const { perSecond, refused } = await load(ways[way], [good], perRound, concurrency)
      if (way !== 'direct') cpu[way].push(((await usageOf(processes[way], 'processor')).cpu - before) / perRound)
      if (refused > 0) throw new Error(`${way} refused ${refused}`)
      rates[way].push(perSecond)
      alone[way].push(quantile((await load(ways[way], [good], 500, 1)).latencies, 0.5))
    }
  }
  const share = median(rates.gate.map((rate, i) => rate / (rates.bare[i] ?? rate)))
  const direct = median(rates.direct)
  for (const way of ['direct', 'bare', 'gate'] as const) {
    say(
      `createTask, ${way}, rounds of ${perRound}, ${concurrency} at a time`,
      `${median(rates[way]).toFixed(0)} a second (${(median(rates[way]) / direct).toFixed(2)} of direct)`,
      '',
      true,
    )
  }
  say('gate against bare proxy', share.toFixed(2), '0.7 or more', share >= 0.7)
  const ownCpu = median(cpu.gate)
  say(
    'processor time of the gate for a checked createTask',
    `${ownCpu.toFixed(0)} µs (bare proxy ${median(cpu.bare).toFixed(0)} µs), ${(1e6 / ownCpu).toFixed(0)} a second and core`,
    '',
    true,
  )
  const added = median(alone.gate.map((ms, i) => ms - (alone.direct[i] ?? 0)))
  const addedBare = median(alone.bare.map((ms, i) => ms - (alone.direct[i] ?? 0)))
  say(
    'added median latency, one at a time',
    `${added.toFixed(2)} ms (bare proxy ${addedBare.toFixed(2)} ms)`,
    '1 ms or less',
    added <= 1,
  )

  const quiet = await load(gate.port, [other], 2000, 4)
  const attack = load(gate.port, [hostile], 400, 4)
  const calm = await load(gate.port, [other], 2000, 4)
  await attack
  const p99 = quantile(calm.latencies, 0.99)
  const usual = quantile(quiet.latencies, 0.99).toFixed(1)
  say(
    'p99 of others while 10,000 a meet ^(a+)+$',
    `${p99.toFixed(1)} ms (without: ${usual} ms)`,
    'below 50 ms',
    p99 < 50,
  )

  await load(gate.port, [good], 5000, concurrency)
  const before = await usageOf(gate.child, 'memory')
  const long = await load(gate.port, [good], soak, concurrency)
  const after = await usageOf(gate.child, 'memory')
  const grown = (after.heap - before.heap) / 1024 / 1024
  const mb = (bytes: number) => (bytes / 1024 / 1024).toFixed(0)
  say(
    `checked createTask, gate, ${soak} in a row`,
    `${long.perSecond.toFixed(0)} a second`,
    '4,000 a second',
    long.perSecond >= 4000,
  )
  say(
    `heap after those ${soak}`,
    `${mb(before.heap)} → ${mb(after.heap)} MB, RSS ${mb(before.memory)} → ${mb(after.memory)} MB`,
    'grows by less than 10 MB',
    grown < 10,
  )

  const machine = `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.version}`
  const head = [
    `## Queue and gate`,
    '',
    `${machine}, ${new Date().toISOString().slice(0, 10)}; load, upstream, proxy and gate share the machine`,
    '',
    '| what | measured | goal | met |',
    '|---|---|---|---|',
  ]
  process.stdout.write(`${[...head, ...lines, ''].join('\n')}\n`)
} finally {
  for (const child of children) child.kill()
}
