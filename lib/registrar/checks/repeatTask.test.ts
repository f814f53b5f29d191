import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { repeatTask } from './repeatTask'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('runs now and then, one run at a time, whatever comes of them', async () => {
  let running = 0
  let most = 0
  let runs = 0
  const failures: unknown[] = []
  const task = async () => {
    running++
    most = Math.max(most, running)
    runs++
    await vi.waitFor(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 500))
    running--
    if (runs === 2) throw new Error('the second')
  }
  const repeated = repeatTask(task, { every: 1000, onFailure: (error) => failures.push(error) })
  await vi.advanceTimersByTimeAsync(999)
  expect(runs).toBe(0)
  await vi.advanceTimersByTimeAsync(1)
  const asked = [repeated.runNow(), repeated.runNow()]
  await vi.advanceTimersByTimeAsync(500)
  await Promise.all(asked)
  expect(runs).toBe(1)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(failures).toEqual([new Error('the second')])
  expect(most).toBe(1)
  expect(runs).toBeGreaterThan(5)
  repeated.stop()
  const before = runs
  await vi.advanceTimersByTimeAsync(10_000)
  expect(runs).toBe(before)
})

it('tells of a task that fails before it begins to wait', async () => {
  const failures: unknown[] = []
  const task = () => {
    throw new Error('at once')
  }
  const repeated = repeatTask(task, { every: 1000, onFailure: (error) => failures.push(error) })
  await repeated.runNow()
  await repeated.runNow()
  expect(failures).toHaveLength(2)
  repeated.stop()
})
