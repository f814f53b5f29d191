import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type { EngineEntry, PluginEntry, WorkerCatalog } from '@/lib/catalog/entry/entry'
import { openCatalog } from '@/lib/cli/input/openCatalog'
import { CliExit, type Output, writeProblems } from '@/lib/cli/output/output'
import { typeInWords } from '@/lib/compose/documentation/typeInWords'
import { nearestName } from '@/lib/schema/words'

/** `wtd catalog`: what engines and plugins there are, or one of them in full. */
export function catalogCommand(
  kind: string | undefined,
  name: string | undefined,
  options: { format?: string; catalogDir?: string },
  output: Output,
): number {
  const { catalogFor, problems } = openCatalog(options.catalogDir)
  const catalog = catalogFor()
  const workers = Object.values(catalog.workers)
  writeProblems(problems, output)
  if (kind === undefined) {
    if (options.format === 'json') output.stdout(`${JSON.stringify(catalog, null, 2)}\n`)
    else for (const worker of workers) output.stdout(overview(worker))
    return 0
  }
  if ((kind !== 'engine' && kind !== 'plugin') || name === undefined) {
    throw usage('Give engine or plugin and a name, or nothing.')
  }
  const entries = workers.flatMap((worker): (EngineEntry | PluginEntry)[] =>
    Object.values(kind === 'engine' ? worker.engines : worker.plugins),
  )
  const entry = entries.find((candidate) => candidate.name === name)
  if (!entry) throw unknown(kind, name, entries)
  output.stdout(options.format === 'json' ? `${JSON.stringify(entry, null, 2)}\n` : details(entry))
  return 0
}

function overview(catalog: WorkerCatalog): string {
  const line = (entry: EngineEntry | PluginEntry) => {
    const own = catalog.custom?.includes(`${entry.kind} ${entry.name}`) ? ' (your own)' : ''
    return `  ${entry.name.padEnd(14)}${entry.title}${own}`
  }
  return [
    `${catalog.worker.title} (${catalog.worker.name})`,
    'engines:',
    ...Object.values(catalog.engines).map(line),
    'plugins:',
    ...Object.values(catalog.plugins).map(line),
    '',
  ].join('\n')
}

function details(entry: EngineEntry | PluginEntry): string {
  const list = (title: string, lines: string[]) => (lines.length === 0 ? [] : ['', `${title}:`, ...lines])
  const features =
    entry.kind === 'engine'
      ? Object.entries(entry.features).map(([name, feature]) => {
          const word =
            feature.supported === true ? 'yes' : feature.supported === false ? 'no' : `if ${feature.supported}`
          return `  ${name.padEnd(24)}${word}${feature.reason === undefined ? '' : `  ${feature.reason.trim()}`}`
        })
      : []
  const asked = (entry.taskFeatures ?? []).map(
    (feature) =>
      `  ${feature.title}${feature.requestedBy.path === undefined ? '' : ` (payload${feature.requestedBy.path})`}`,
  )
  const notices = (entry.notices ?? []).map(
    (notice) => `  ${notice.severity}: ${notice.message.trim().replaceAll('\n', ' ')}`,
  )
  return [
    `${entry.kind} ${entry.name}: ${entry.title} (${entry.worker}, entry version ${entry.version})`,
    '',
    entry.description.trim(),
    ...list('configuration', [...switchLines(entry), ...propertyLines(entry.configSchema, '  ')]),
    ...list('engine features', features),
    ...list('task features', asked),
    ...list('notices', notices),
    '',
  ].join('\n')
}

/** What enables a plugin where being named does not, and on which engines the program has it. */
function switchLines(entry: EngineEntry | PluginEntry): string[] {
  if (entry.kind !== 'plugin') return []
  const { switch: flag, engines, configAt } = entry
  const name = flag && pointerSegments(flag.path).join('.')
  const where = flag?.engines ?? engines
  return [
    ...(flag === undefined
      ? []
      : [`  ${name}: ${flag.default} by itself; a design that has the plugin sets it to true, any other to false`]),
    ...(where === undefined ? [] : [`  known to ${where.join(', ')}`]),
    ...(configAt === undefined
      ? []
      : [`  the properties stand in ${pointerSegments(configAt).join('.')} of the worker's configuration`]),
  ]
}

/** Each property with its type, what stands for it where it is left out, and its title; those of forms are left to `--format json`. */
function propertyLines(schema: JsonObject, indent: string): string[] {
  const properties = isJsonObject(schema.properties) ? schema.properties : {}
  const required = Array.isArray(schema.required) ? schema.required : []
  return Object.entries(properties).flatMap(([name, value]) => {
    const property = isJsonObject(value) ? value : {}
    const words = [
      typeInWords(property),
      ...(property.default === undefined ? [] : [`default ${JSON.stringify(property.default)}`]),
      ...(required.includes(name) ? ['needed'] : []),
      ...(property.secret === true ? ['secret'] : []),
      ...(Array.isArray(property.engines) ? [`only on ${property.engines.join(', ')}`] : []),
    ]
    const title = typeof property.title === 'string' ? `  ${property.title}` : ''
    return [
      `${indent}${`${name}: ${words.join(', ')}`.padEnd(48)}${title}`.trimEnd(),
      ...propertyLines(property, `${indent}  `),
    ]
  })
}

function usage(message: string): CliExit {
  return new CliExit(2, [{ code: 'usage', severity: 'error', message, path: '', help: 'See wtd catalog --help.' }])
}

function unknown(kind: string, name: string, entries: { name: string }[]): CliExit {
  const known = entries.map((entry) => entry.name)
  const near = nearestName(name, known)
  return new CliExit(1, [
    {
      code: `unknown-${kind}`,
      severity: 'error',
      message: `There is no ${kind} called ${name}.`,
      path: '',
      help: near === undefined ? `There is ${known.join(', ')}.` : `Did you mean ${near}?`,
    },
  ])
}
