import net from 'node:net'
import fc from 'fast-check'
import { afterEach, beforeEach, vi } from 'vitest'

// A test that prints, or that talks to anything but this machine, tests something else than it says.

// the same for the whole run, and said when it starts
fc.configureGlobal({ seed: Number(process.env.TEST_SEED) })

const methods = ['debug', 'error', 'info', 'log', 'warn'] as const
let printed: string[] = []
let spies: { mockRestore(): void }[] = []

beforeEach(() => {
  printed = []
  spies = methods.map((method) =>
    vi.spyOn(console, method).mockImplementation((...values: unknown[]) => {
      printed.push(`console.${method}: ${values.map(String).join(' ')}`)
    }),
  )
})

afterEach(() => {
  const output = printed
  for (const spy of spies) spy.mockRestore()
  if (output.length > 0) throw new Error(`Unexpected console output:\n${output.join('\n')}`)
})

const loopback = /^(localhost|127(\.\d+){3}|::1|\[::1\]|::ffff:127(\.\d+){3}|0\.0\.0\.0)$/

function hostOf(args: unknown[]): string | undefined {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0]
  if (typeof first === 'object' && first !== null) {
    if ('path' in first && typeof first.path === 'string') return undefined
    return 'host' in first && typeof first.host === 'string' ? first.host : 'localhost'
  }
  if (typeof first === 'number') return typeof args[1] === 'string' ? args[1] : 'localhost'
  return undefined
}

// this file runs once for each test file, and several of those may share one environment
const guarded = Symbol.for('worker-type-designer.guardedConnect')
const { connect } = net.Socket.prototype
if (!(guarded in connect)) {
  const guardedConnect = function (this: net.Socket, ...args: unknown[]) {
    const host = hostOf(args)
    if (host !== undefined && !loopback.test(host)) throw new Error(`A test tried to connect to ${host}`)
    return Reflect.apply(connect, this, args)
  }
  net.Socket.prototype.connect = Object.assign(guardedConnect, { [guarded]: true })
}
