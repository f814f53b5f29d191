import { archiveBundle } from '@/lib/bundle/archiveBundle'
import { buildBundle } from '@/lib/bundle/buildBundle'
import { CliExit } from '@/lib/cli/cliExit'
import { demandNoErrors, openDesign } from '@/lib/cli/openDesign'
import type { Output } from '@/lib/cli/output'
import { writeArchive, writeFolder } from '@/lib/cli/writeBundle'
import { writeProblems } from '@/lib/cli/writeProblems'
import { catalogVersions } from '@/lib/compose/catalogVersions'
import { toolVersion } from '@/lib/toolVersion'
import { type DocumentOptions, envOption } from './checkCommand'

interface Options extends DocumentOptions {
  output: string
  rootUrl?: string
}

/** `wtd bundle`: everything to start the worker with, as `.tar.gz`, `.zip` or a folder, by the ending of the path. */
export function bundleCommand(path: string, options: Options, output: Output): number {
  const opened = openDesign(path, {
    ...envOption(options),
    ...(options.rootUrl === undefined ? {} : { rootUrl: options.rootUrl }),
  })
  demandNoErrors(opened)
  const { composition, catalog } = opened
  const bundle = buildBundle(composition, catalog, {
    catalogVersions: catalogVersions(composition, catalog),
    toolVersion,
  })
  if (!bundle.ok) throw new CliExit(1, bundle.problems)
  writeProblems(
    opened.problems.filter((problem) => problem.severity === 'warning'),
    output,
  )
  const format = formatOf(options.output)
  if (format === undefined) writeFolder(options.output, bundle.value)
  else writeArchive(options.output, archiveBundle(bundle.value, format))
  output.stderr(
    `${options.output}: ${bundle.value.length} files for ${composition.provisionerId}/${composition.workerType}.\n`,
  )
  return 0
}

function formatOf(path: string): 'tar.gz' | 'zip' | undefined {
  if (/\.(tar\.gz|tgz)$/.test(path)) return 'tar.gz'
  return path.endsWith('.zip') ? 'zip' : undefined
}
