import { afterEach, expect, it, vi } from 'vitest'
import { startStopwatch } from './stopwatch'

afterEach(() => {
  vi.restoreAllMocks()
})

it.each([
  ['nothing has passed', 0, 0, 100],
  ['half has passed', 50, 50, 50],
  ['it has computed all the time', 100, 100, 0],
  ['the machine was busy with others', 150, 40, 60],
  ['the machine was busy for too long', 500, 40, 0],
  ['others of the process have computed as well', 101, 200, 0],
])('what is left where %s', (_, passed, computed, left) => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(1000)
  const used = vi.spyOn(process, 'cpuUsage').mockReturnValue({ user: 0, system: 0 })
  const remaining = startStopwatch(100)
  now.mockReturnValue(1000 + passed)
  used.mockReturnValue({ user: computed * 500, system: computed * 500 })
  expect(remaining()).toBe(left)
})
