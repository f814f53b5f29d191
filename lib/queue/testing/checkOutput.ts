import type { JsonObject } from '@/lib/base/json'
import { services } from '@/lib/queue/services'

/** Throws where an answer is not what the published schema of its method promises. */
export function checkOutput(httpMethod: string, path: string, body: JsonObject): void {
  const pathname = (path.split('?')[0] ?? '').replace(/\/$/, '')
  for (const service of services) {
    const prefix = `/api/${service.name}/v1`
    if (!pathname.startsWith(prefix)) continue
    for (const { method, route, name, output } of service.methods) {
      const pattern = new RegExp(`^${route.replace(/<[^<>]+>/g, '[^/]+')}$`)
      if (method.toUpperCase() !== httpMethod || output === undefined || !pattern.test(pathname.slice(prefix.length)))
        continue
      const checked = output.check(structuredClone(body))
      if (!checked.valid) throw new Error(`${name} breaks ${output.file}: ${JSON.stringify(checked.errors)}`)
    }
  }
}
