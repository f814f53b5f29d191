import { CatalogError } from '@/lib/catalog/entry/catalogError'
import type { TemplateContext } from '@/lib/catalog/entry/entry'
import { type ExpressionSite, measureExpression, measureTemplate } from '@/lib/catalog/template/measureTemplate'
import { renderOperators } from '@/lib/catalog/template/renderOperators'
import type { CustomEntry, Finding } from './customEntry'
import { type EntryTemplate, templatesOf } from './templatesOf'

const mostReferences = 1000
const largest = 256 * 1024
const mostExpressions = 300

/** The templates of an entry with their expressions, the names that these mention, and what the templates must not do. */
export function measureTemplates(entry: CustomEntry): {
  templates: (EntryTemplate & { sites: readonly ExpressionSite[] })[]
  names: Set<string>
  findings: Finding[]
} {
  const names = new Set<string>()
  const findings: Finding[] = []
  const templates = templatesOf(entry).map((template) => {
    const isExpression = template.kind === 'condition' || template.kind === 'number'
    const measured =
      isExpression && typeof template.template === 'string'
        ? measureExpression(template.template, template.place)
        : measureTemplate(template.template, template.place)
    for (const name of measured.names) names.add(name)
    findings.push(...measured.findings)
    const { own, references } = measured.cost
    if (measured.findings.length === 0 && (own > largest || references > mostReferences))
      findings.push(tooMuch(template))
    return { ...template, sites: measured.sites }
  })
  const sites = templates.flatMap((template) => template.sites)
  if (sites.length > mostExpressions) {
    const message = `The templates of an entry have at most ${mostExpressions} expressions; here are ${sites.length}.`
    findings.push({ code: 'template-unbounded', place: sites[mostExpressions]?.place ?? [], message })
  }
  if (findings.length === 0) findings.push(...sites.flatMap(syntaxError))
  return { templates, names, findings }
}

function tooMuch({ place }: EntryTemplate): Finding {
  return {
    code: 'template-unbounded',
    place,
    message: 'The template can make too much: its names stand for each other, or for the configuration, too often.',
    help: 'Write the parts out, and use a name of $let once or twice.',
  }
}

/** An expression is tried without a configuration: its spelling is judged before its values, so a mistake there has its own line. */
function syntaxError({ place, expression }: ExpressionSite): Finding[] {
  try {
    renderOperators({ $eval: expression }, nowhere, '')
    return []
  } catch (error) {
    if (!(error instanceof CatalogError) || !(error.cause instanceof Error)) throw error
    const { name, message } = error.cause
    // JSON-e looks for a word after the last one without asking whether there is one.
    const endsEarly = name === 'TypeError' && message.startsWith('Cannot read')
    if (name !== 'SyntaxError' && !endsEarly) return []
    const reason = endsEarly ? 'it ends too early' : message.split('\n')[0]?.slice(0, 200)
    return [{ code: 'template-invalid', place, message: `This is no expression of JSON-e: ${reason}.` }]
  }
}

const nowhere: TemplateContext = {
  config: {},
  settings: {},
  engine: { name: '', platforms: [], volumeSchema: {} },
  plugins: {},
  workerVersion: '0.0.0',
  provisionerId: '',
  workerType: '',
  pool: { provider: '', brings: [] },
}
