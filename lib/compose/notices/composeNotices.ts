import { isJsonObject, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { CatalogError } from '@/lib/catalog/entry/catalogError'
import type { Notice } from '@/lib/catalog/entry/entry'
import { holds } from '@/lib/catalog/template/evaluate'
import { joinPath, placePath } from '@/lib/compose/design/places'
import type { Component, ResolvedDesign } from '@/lib/compose/resolve/resolvedDesign'

/**
 * What an admin should know of this combination: the entries' notices whose conditions hold, caveats of engine features that are used, and
 * settings that a plugin misses. Components with problems of their own are left out. In a design that is not strict nothing here is an error: it describes a worker whose tasks run today.
 */
export function composeNotices(resolved: ResolvedDesign, problems: Problem[]): Problem[] {
  const components = [resolved.worker, resolved.engine, ...resolved.plugins]
  return [
    ...components
      .filter((component) => isUsable(component.config, component.label, problems))
      .flatMap((component) => noticesOf(component.entry.notices, component, resolved)),
    ...absentPlugins(resolved),
    ...resolved.plugins.flatMap((plugin) => missingNeeds(plugin, resolved)),
    ...resolved.plugins.flatMap((plugin) => caveats(plugin, resolved)),
  ]
}

function noticesOf(notices: Notice[] | undefined, component: Component, resolved: ResolvedDesign): Problem[] {
  const { strict } = resolved.design
  return (notices ?? [])
    .filter((notice) => applies(notice, component, resolved))
    .map((notice) => ({
      code: notice.id,
      severity: notice.severity === 'error' && !strict ? 'warning' : notice.severity,
      message: notice.message.trim(),
      path: joinPath(placePath(component.place), notice.at ?? ''),
      component: component.label,
      ...(notice.help === undefined ? {} : { help: notice.help }),
    }))
}

/** What it means that a plugin is not enabled. Its templates see an empty configuration. */
function absentPlugins(resolved: ResolvedDesign): Problem[] {
  const enabled = new Set(resolved.plugins.map((plugin) => plugin.entry.name))
  return Object.values(resolved.catalog.plugins)
    .filter((entry) => !enabled.has(entry.name))
    .flatMap((entry) => {
      const context = { ...resolved.engine.context, config: {} }
      const component = { entry, label: `plugin ${entry.name}`, config: {}, place: ['plugins'], context }
      return noticesOf(entry.noticesWhenDisabled, component, resolved)
    })
}

/** A notice whose condition depends on an open value is left out: it is no reason to ask for a sample. */
function applies(notice: Notice, component: Component, { openPlaces }: ResolvedDesign): boolean {
  const before = new Map(openPlaces)
  try {
    const applied = holds(notice.if, component.context, `${component.label}: notices.${notice.id}`)
    return applied && openPlaces.size === before.size
  } catch (error) {
    if (error instanceof CatalogError && openPlaces.size > before.size) return false
    throw error
  } finally {
    for (const place of openPlaces.keys()) if (!before.has(place)) openPlaces.delete(place)
  }
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

/** True when no error concerns a component, so that its templates can be rendered. */
function isUsable(config: JsonValue, label: string, problems: Problem[]): boolean {
  return (
    isJsonObject(config) && !problems.some((problem) => problem.severity === 'error' && problem.component === label)
  )
}
