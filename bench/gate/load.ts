import { Pool } from 'undici'

/** One request of a load. */
export interface LoadRequest {
  method: 'PUT' | 'GET'
  path: string
  body?: string
}

export interface LoadResult {
  perSecond: number
  /** milliseconds of single requests, sorted */
  latencies: Float64Array
  refused: number
}

/** Sends `count` requests, so many at a time, and waits for each answer. */
export async function load(
  port: number,
  requests: LoadRequest[],
  count: number,
  concurrency: number,
): Promise<LoadResult> {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: concurrency, pipelining: 1 })
  const latencies = new Float64Array(count)
  let next = 0
  let refused = 0
  const worker = async () => {
    for (let i = next++; i < count; i = next++) {
      const request = requests[i % requests.length]
      if (request === undefined) return
      const headers = request.body === undefined ? {} : { 'content-type': 'application/json' }
      const start = performance.now()
      const { statusCode, body } = await pool.request({ ...request, headers })
      await body.dump()
      latencies[i] = performance.now() - start
      if (statusCode !== 200) refused++
    }
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: concurrency }, worker))
  const seconds = (performance.now() - start) / 1000
  await pool.close()
  return { perSecond: count / seconds, latencies: latencies.sort(), refused }
}

/** The value below which so much of the sorted numbers lies. */
export function quantile(sorted: Float64Array, part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}
