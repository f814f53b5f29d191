import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { appendPath, pathSegments } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'

const frame = ['pool', 'config', 'launchConfigs']

/**
 * Problems of launch configurations that were put together with `launchDefaults`, at the places where an admin wrote what is wrong: what stands in
 * the defaults alone is told there, and once.
 */
export function placeInLaunchConfigs(problems: Problem[], config: JsonObject): Problem[] {
  const { launchDefaults = {}, launchConfigs = [] } = config
  const told = new Set<string>()
  return problems.flatMap((problem) => {
    const segments = pathSegments(problem.path)
    const rest = segments.slice(frame.length)
    const [index, ...inner] = rest
    if (!frame.every((name, i) => segments[i] === name) || typeof index !== 'number' || inner.length === 0) {
      return [problem]
    }
    const own = Array.isArray(launchConfigs) ? (launchConfigs[index] ?? null) : null
    if (has(own, inner) || !has(launchDefaults, inner)) return [problem]
    const path = ['pool', 'config', 'launchDefaults', ...inner].reduce<string>(appendPath, '')
    const key = JSON.stringify([problem.code, path, problem.message])
    if (told.has(key)) return []
    told.add(key)
    return [{ ...problem, path }]
  })
}

function has(value: JsonValue, [head, ...rest]: (string | number)[]): boolean {
  if (head === undefined) return true
  const member = Array.isArray(value)
    ? value[Number(head)]
    : isJsonObject(value)
      ? getOwn(value, String(head))
      : undefined
  return member !== undefined && has(member, rest)
}
