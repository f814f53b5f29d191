import type { EngineEntry, PluginEntry, WorkerCatalog } from '../../catalog/entry'
import { CliExit } from '../cliExit'
import { openCatalog } from '../openCatalog'
import type { Output } from '../output'
import { writeProblems } from '../writeProblems'

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
    ...list('engine features', features),
    ...list('task features', asked),
    ...list('notices', notices),
    '',
  ].join('\n')
}

function usage(message: string): CliExit {
  return new CliExit(2, [{ code: 'usage', severity: 'error', message, path: '', help: 'See wtd catalog --help.' }])
}

function unknown(kind: string, name: string, entries: { name: string }[]): CliExit {
  const known = entries.map((entry) => entry.name).join(', ')
  return new CliExit(1, [
    {
      code: `unknown-${kind}`,
      severity: 'error',
      message: `There is no ${kind} called ${name}.`,
      path: '',
      help: `There is ${known}.`,
    },
  ])
}
