import { pointerSegments } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import type { EngineEntry, PluginEntry } from '@/lib/catalog/entry/entry'
import type { TaskFeature } from '@/lib/catalog/entry/taskFeature'
import { calledFeatures } from '@/lib/compose/narrow/featureSupport'

/** What an entry says about its task features that cannot all be true, as far as its own words show it. */
export function statedContradictions(entry: EngineEntry | PluginEntry): Problem[] {
  const features = entry.taskFeatures ?? []
  const called = new Set(features.flatMap(calledFeatures))
  return features.flatMap((feature, index) => {
    const at = `taskFeatures[${index}]`
    const report = (code: string, path: string, message: string, help: string): Problem => ({
      code,
      severity: 'error',
      message,
      path: `${at}.${path}`,
      component: `${entry.kind} ${entry.name}`,
      help,
    })
    if (feature.never !== undefined) return []
    const guards = features.filter((other) => coversPlace(other, feature)).flatMap(demanded)
    const unguarded = (feature.calls ?? []).flatMap((call, i) =>
      guards.includes(call.feature)
        ? []
        : [
            report(
              'call-without-guard',
              `calls[${i}].feature`,
              `${feature.title} calls ${call.feature}, but nothing keeps tasks from asking for it where the engine lacks that.`,
              `Name ${call.feature} in requires, or leave requires out: then all that is called is required.`,
            ),
          ],
    )
    const required = Array.isArray(feature.requires) ? feature.requires : (feature.requires?.anyOf ?? [])
    const uncalled = required
      .filter((name) => !called.has(name))
      .map((name) =>
        report(
          'guard-without-call',
          'requires',
          `${feature.title} requires ${name} of the engine, but nothing in the entry ever calls it.`,
          'Add the call, or take it out of requires.',
        ),
      )
    const isIdle = feature.otherwise !== undefined && demanded(feature).length === 0 && feature.requires === undefined
    const idle = isIdle
      ? [
          report(
            'guard-without-call',
            'otherwise',
            `${feature.title} says what is kept out where the engine lacks something, but needs nothing of the engine.`,
            'Add the calls that it makes, or leave otherwise out.',
          ),
        ]
      : []
    return [...unguarded, ...uncalled, ...idle]
  })
}

/** Engine features without each of which tasks are kept from asking. */
function demanded(feature: TaskFeature): string[] {
  if (feature.requires === undefined) return calledFeatures(feature)
  return Array.isArray(feature.requires) ? feature.requires : []
}

/** Whether whoever asks for `feature` asks for `other` too. */
function coversPlace(other: TaskFeature, feature: TaskFeature): boolean {
  if (other === feature || other.requestedBy.always === true) return true
  const [outer, inner] = [other.requestedBy, feature.requestedBy]
  if (outer.path === undefined || inner.path === undefined || outer.when !== undefined || outer.byDefault) return false
  const place = pointerSegments(inner.path)
  return pointerSegments(outer.path).every((segment, i) => place[i] === segment)
}
