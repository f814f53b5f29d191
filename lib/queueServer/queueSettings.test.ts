import { describe, expect, it } from 'vitest'
import { queueFlags, readQueueSettings } from './queueSettings'

describe('readQueueSettings', () => {
  it('has a default for everything', () => {
    expect(readQueueSettings([], {})).toMatchObject({
      ok: true,
      value: {
        port: 3000,
        host: '127.0.0.1',
        rootUrl: 'http://127.0.0.1:3000',
        upstream: undefined,
        whenUnknown: 'pass',
        connectSeconds: 5,
        answerSeconds: 60,
        stopSeconds: 30,
        logLevel: 'info',
      },
    })
  })

  it('takes flags before the environment, and upstream for the root URL', () => {
    const args = ['--upstream', 'https://tc.example.com/', '--port=8080', '--when-unknown', 'refuse']
    const env = { PORT: '1', UPSTREAM: 'https://other.example.com', LOG_LEVEL: 'warn' }
    expect(readQueueSettings(args, env)).toMatchObject({
      value: {
        upstream: 'https://tc.example.com',
        rootUrl: 'https://tc.example.com',
        port: 8080,
        whenUnknown: 'refuse',
        logLevel: 'warn',
      },
    })
    const named = readQueueSettings([...args, '--root-url', 'https://public.example.com'], env)
    expect(named).toMatchObject({ value: { rootUrl: 'https://public.example.com' } })
  })

  it.each([
    ['UPSTREAM', 'tc.example.com'],
    ['UPSTREAM', 'https://tc.example.com/api'],
    ['PAGES_URL', 'ftp://x'],
    ['WHEN_UNKNOWN', 'maybe'],
    ['UPSTREAM_ANSWER_SECONDS', '0'],
    ['STOP_SECONDS', '-1'],
    ['LOG_LEVEL', 'loud'],
    ['PORT', '70000'],
  ])('names %s when it is %s, and keeps the value to itself', (name, value) => {
    const result = readQueueSettings([], { [name]: value })
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'environment-invalid', path: name }] })
    expect(result.problems[0]?.message).not.toContain(value)
  })

  it('tells all wrong values at once', () => {
    const { problems } = readQueueSettings([], { PORT: 'x', UPSTREAM: 'x', LOG_LEVEL: 'x' })
    expect(problems.map(({ path }) => path)).toEqual(['PORT', 'LOG_LEVEL', 'UPSTREAM'])
  })

  it.each([[['--bogus', 'x']], [['stray']], [['--port']]])('lists the flags when it is given %j', (args) => {
    const result = readQueueSettings(args, {})
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'usage' }] })
    for (const flag of Object.keys(queueFlags)) expect(result.problems[0]?.help).toContain(`--${flag}`)
  })
})
