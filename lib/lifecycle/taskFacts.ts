import { isJsonObject, type JsonValue } from '@/lib/base/json'

/** What a task definition says beside its payload, as far as a worker looks at it. Absent: nobody knows. Times in milliseconds. */
export interface TaskFacts {
  dependencies?: string[]
  created?: number
  deadline?: number
  expires?: number
  /** facts of the machine, by name: `groups` */
  host?: Record<string, string[]>
}

/** The facts in a task definition. Times that are written in another way than the Queue keeps them, such as `{$fromNow: …}`, are not known. */
export function taskFacts(definition: JsonValue): TaskFacts {
  if (!isJsonObject(definition)) return {}
  const { dependencies } = definition
  const time = (name: 'created' | 'deadline' | 'expires') => {
    const value = definition[name]
    const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
    return Number.isNaN(at) ? {} : { [name]: at }
  }
  const listed = Array.isArray(dependencies) ? dependencies.filter((item) => typeof item === 'string') : []
  return { dependencies: listed, ...time('created'), ...time('deadline'), ...time('expires') }
}
