import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { pathSegments } from '@/lib/base/path'
import { CatalogError } from '@/lib/catalog/entry/catalogError'
import type { TemplateContext } from '@/lib/catalog/entry/entry'
import type { EntryPlace } from '@/lib/catalog/entry/entryDocument'
import { evaluate, holds } from '@/lib/catalog/template/evaluate'
import type { ExpressionSite } from '@/lib/catalog/template/measureTemplate'
import { renderTemplate } from '@/lib/catalog/template/renderTemplate'
import { checkForeignSchema } from './checkForeignSchema'
import { checkPayloadPart } from './checkSchemas'
import type { CustomEntry, Finding } from './customEntry'
import { type EntryTemplate, templatePlace } from './templatesOf'

/** All that the trials of one entry make, in characters: a bound on the time they take. */
const mostRendered = 512 * 1024

/** What came of trying out templates: mistakes, and the different payload parts that they gave. */
export interface Trials {
  findings: Finding[]
  parts: JsonObject[]
}

/**
 * Renders every template in every context and checks what comes of it. Stops at the first mistake of a template; a mistake that several
 * contexts show is told once.
 */
export function tryTemplates(
  entry: CustomEntry,
  templates: readonly (EntryTemplate & { sites: readonly ExpressionSite[] })[],
  contexts: readonly TemplateContext[],
): Trials {
  const findings: Finding[] = []
  const parts: JsonObject[] = []
  let rendered = 0
  for (const template of templates) {
    const seen = new Set<string>()
    for (const given of contexts) {
      const context = template.withoutConfig ? { ...given, config: {} } : given
      if (!isAsked(template.onlyIf, context)) continue
      const result = tryOne(template, context)
      if (!result.ok) {
        findings.push(result.finding)
        break
      }
      const text = JSON.stringify(result.value)
      if (seen.has(text)) continue
      seen.add(text)
      rendered += text.length
      if (rendered > mostRendered) {
        const message = 'The templates make too much of the configurations of this entry, all taken together.'
        return { findings: [{ code: 'template-unbounded', place: template.place, message }], parts }
      }
      const wrong = checkResult(entry, template, result.value)
      if (wrong.length > 0) {
        findings.push(...wrong.slice(0, 5))
        break
      }
      if (template.kind === 'payload' && isJsonObject(result.value)) parts.push(result.value)
    }
  }
  return { findings, parts }
}

/** A condition that cannot be computed is reported where it stands. */
function isAsked(condition: string | undefined, context: TemplateContext): boolean {
  try {
    return holds(condition, context)
  } catch (error) {
    if (error instanceof CatalogError) return false
    throw error
  }
}

function tryOne(
  { template, kind, place, sites }: EntryTemplate & { sites: readonly ExpressionSite[] },
  context: TemplateContext,
): { ok: true; value: JsonValue } | { ok: false; finding: Finding } {
  const isExpression = kind === 'condition' || kind === 'number'
  try {
    const value =
      isExpression && typeof template === 'string' ? evaluate(template, context) : renderTemplate(template, context)
    return { ok: true, value }
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error
    const near = [...place, ...(isExpression ? [] : pathSegments(error.place))]
    const reason = reasonOf(error)
    const config = JSON.stringify(context.config)
    return {
      ok: false,
      finding: {
        code: 'template-invalid',
        place: culprit(sites, near, reason, context) ?? near,
        message: `The template cannot be rendered with the configuration ${config.length > 200 ? '…' : config}: ${reason}.`,
        help: "Ask first for members that may be absent: 'name' in config && config.name.",
      },
    }
  }
}

/** The first expression below a place that fails by itself for the same reason. Those that use names of a `$let` cannot be told. */
function culprit(
  sites: readonly ExpressionSite[],
  near: EntryPlace,
  reason: string,
  context: TemplateContext,
): EntryPlace | undefined {
  const below = sites.filter((site) => !site.inLet && near.every((segment, i) => site.place[i] === segment))
  return below.find((site) => {
    try {
      evaluate(site.expression, context)
      return false
    } catch (error) {
      return error instanceof CatalogError && reasonOf(error) === reason
    }
  })?.place
}

function reasonOf(error: CatalogError): string {
  const message = error.cause instanceof Error ? error.cause.message : error.message
  return message.split('\n')[0]?.slice(0, 200).replace(/\.$/, '') ?? ''
}

function checkResult(entry: CustomEntry, { kind, place, template }: EntryTemplate, value: JsonValue): Finding[] {
  const inTemplate = (finding: Finding): Finding => ({
    ...finding,
    place: templatePlace(template, finding.place, place),
  })
  switch (kind) {
    case 'payload':
      return checkPayloadPart(entry, value, []).map(inTemplate)
    case 'overlay':
      if (!isJsonObject(value)) return [{ place, message: 'An overlay has to be an object.' }]
      return checkForeignSchema(value, [], { embedded: true }).map(inTemplate)
    case 'text':
      return typeof value === 'string' ? [] : [{ place, message: 'This has to become a text.' }]
    case 'number':
      return typeof value === 'number' ? [] : [{ place, message: 'This has to become a number.' }]
    case 'condition':
      return []
  }
}
