import { getOwn, isJsonObject } from '@/lib/base/json'
import { appendPath } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import type { CatalogEntry, WorkerEntry } from './entry/entry'

/**
 * What an entry says about things that its worker's entry defines: engine features and settings. An engine has to state
 * every feature of the worker's vocabulary and no other; names of task features and limits are unique.
 */
export function checkEntry(entry: CatalogEntry, worker: WorkerEntry): Problem[] {
  const problems: Problem[] = []
  const report = (path: string, message: string) =>
    problems.push({
      code: 'entry-invalid',
      severity: 'error',
      message,
      path,
      component: `${entry.kind} ${entry.name}`,
    })
  if (entry.worker !== worker.name) {
    report('worker', `The entry is for the worker ${entry.worker}, but stands beside ${worker.name}.`)
  }
  const knownFeature = (feature: string, path: string) => {
    if (Object.hasOwn(worker.engineFeatures, feature)) return
    report(path, `The worker ${worker.name} has no engine feature ${feature}.`)
  }
  const names = new Set<string>()
  const unique = (name: string, path: string) => {
    if (names.has(name)) report(path, `The name ${name} is used twice.`)
    names.add(name)
  }
  for (const [index, feature] of (entry.taskFeatures ?? []).entries()) {
    const path = appendPath('taskFeatures', index)
    unique(feature.name, appendPath(path, 'name'))
    for (const [i, call] of (feature.calls ?? []).entries()) knownFeature(call.feature, `${path}.calls[${i}].feature`)
    const required = Array.isArray(feature.requires) ? feature.requires : (feature.requires?.anyOf ?? [])
    for (const name of required) knownFeature(name, `${path}.requires`)
  }
  for (const [index, limit] of (entry.limits ?? []).entries()) unique(limit.id, `limits[${index}].id`)
  if (entry.kind === 'engine') {
    for (const feature of Object.keys(entry.features)) knownFeature(feature, appendPath('features', feature))
    for (const feature of Object.keys(worker.engineFeatures)) {
      if (!Object.hasOwn(entry.features, feature))
        report('features', `The engine does not say whether it has ${feature}.`)
    }
  }
  if (entry.kind === 'plugin') {
    const settings = getOwn(worker.configSchema, 'properties')
    for (const [index, setting] of (entry.needs ?? []).entries()) {
      if (isJsonObject(settings) && Object.hasOwn(settings, setting)) continue
      report(appendPath('needs', index), `The worker ${worker.name} has no setting ${setting}.`)
    }
  }
  return problems
}
