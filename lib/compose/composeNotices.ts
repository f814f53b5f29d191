import type { Problem } from '../base/problem'
import { holds } from '../catalog/holds'
import { joinPath, placePath } from './placePath'
import type { Component, ResolvedDesign } from './resolvedDesign'

/**
 * What an admin should know of this combination: the entries' notices whose conditions hold, caveats of engine features that are used, and
 * settings that a plugin misses. In a design that is not strict nothing here is an error: it describes a worker whose tasks run today.
 */
export function composeNotices(resolved: ResolvedDesign): Problem[] {
  const components = [resolved.worker, resolved.engine, ...resolved.plugins]
  return [
    ...components.flatMap((component) => entryNotices(component, resolved.design.strict)),
    ...resolved.plugins.flatMap((plugin) => missingNeeds(plugin, resolved)),
    ...resolved.plugins.flatMap((plugin) => caveats(plugin, resolved)),
  ]
}

function entryNotices(component: Component, strict: boolean): Problem[] {
  return (component.entry.notices ?? [])
    .filter((notice) => holds(notice.if, component.context, `${component.label}: notices.${notice.id}`))
    .map((notice) => ({
      code: notice.id,
      severity: notice.severity === 'error' && !strict ? 'warning' : notice.severity,
      message: notice.message.trim(),
      path: joinPath(placePath(component.place), notice.at ?? ''),
      component: component.label,
      ...(notice.help === undefined ? {} : { help: notice.help }),
    }))
}

function missingNeeds(plugin: ResolvedDesign['plugins'][number], resolved: ResolvedDesign): Problem[] {
  return (plugin.entry.needs ?? [])
    .filter((setting) => !Object.hasOwn(resolved.settings, setting))
    .map((setting) => ({
      code: 'setting-needed',
      severity: 'warning' as const,
      message: `${plugin.entry.title} needs the worker's setting ${setting}; without it the plugin offers nothing to tasks.`,
      path: placePath(plugin.place),
      component: plugin.label,
      help: `Set ${setting}, or leave the plugin out.`,
    }))
}

function caveats(plugin: ResolvedDesign['plugins'][number], resolved: ResolvedDesign): Problem[] {
  const features = resolved.engine.entry.features
  const used = new Set(
    (plugin.entry.taskFeatures ?? []).flatMap((feature) => (feature.calls ?? []).map((call) => call.feature)),
  )
  return [...used].flatMap((name) => {
    const caveat = features[name]?.caveat
    if (caveat === undefined) return []
    return [
      {
        code: 'engine-caveat',
        severity: 'notice' as const,
        message: caveat.trim(),
        path: placePath(plugin.place),
        component: plugin.label,
      },
    ]
  })
}
