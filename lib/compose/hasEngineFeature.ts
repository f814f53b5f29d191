import type { EngineEntry, TemplateContext } from '@/lib/catalog/entry'
import { holds } from '@/lib/catalog/holds'

/** Whether an engine has a feature, in its configuration. */
export function hasEngineFeature(name: string, engine: EngineEntry, context: TemplateContext): boolean {
  const supported = engine.features[name]?.supported ?? false
  return holds(supported, context, `engine ${engine.name}: features.${name}`)
}
