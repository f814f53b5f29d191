import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { archiveBundle } from '@/lib/bundle/archiveBundle'
import { buildBundle } from '@/lib/bundle/buildBundle'
import type { BundleFile } from '@/lib/bundle/bundleFile'
import { demandNoErrors, openDesign } from '@/lib/cli/input/openDesign'
import { CliExit, type Output, writeProblems } from '@/lib/cli/output/output'
import { catalogVersions } from '@/lib/compose/read/pinVersions'
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

/** Writes an archive: beside its place first, so that a reader never sees half of it. */
function writeArchive(path: string, bytes: Uint8Array): void {
  attempt(path, () => {
    const partial = `${path}.partial-${process.pid}`
    try {
      writeFileSync(partial, bytes)
      renameSync(partial, path)
    } finally {
      rmSync(partial, { force: true })
    }
  })
}

/** Writes the files of a bundle into a folder that is new, empty, or holds an earlier bundle; anything else is left alone. */
function writeFolder(path: string, files: BundleFile[]): void {
  attempt(path, () => {
    if (existsSync(path)) {
      const present = readdirSync(path)
      if (present.length > 0 && !present.includes('manifest.json')) {
        throw refusal(path, 'The folder holds other files, so no bundle is written into it.')
      }
    }
    for (const file of files) {
      const target = join(path, file.path)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, file.content)
      chmodSync(target, file.mode)
    }
  })
}

function attempt(path: string, write: () => void): void {
  try {
    write()
  } catch (cause) {
    if (cause instanceof CliExit) throw cause
    const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
    throw refusal(path, `The bundle cannot be written here${code}.`)
  }
}

function refusal(file: string, message: string): CliExit {
  return new CliExit(2, [
    { code: 'unwritable-file', severity: 'error', message, path: '', file, help: 'Choose another path.' },
  ])
}
