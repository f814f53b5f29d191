import { canonicalJson } from '@/lib/base/json'
import { demandNoErrors, openDesign } from '@/lib/cli/input/openDesign'
import { CliExit, isTelling, type Output, writeProblems } from '@/lib/cli/output/output'
import { type DocumentOptions, envOption } from './checkCommand'

interface Options extends DocumentOptions {
  fromConfig?: string
  base?: boolean
}

/** `wtd schema`: the effective payload schema, or with `--base` the one that the worker program itself reports, as JSON. */
export function schemaCommand(path: string | undefined, options: Options, output: Output): number {
  if ((path === undefined) === (options.fromConfig === undefined)) {
    throw new CliExit(2, [
      {
        code: 'usage',
        severity: 'error',
        message: 'Give either a design or --from-config with a worker configuration.',
        path: '',
        help: 'See wtd schema --help.',
      },
    ])
  }
  const opened = openDesign(options.fromConfig ?? path ?? '', {
    ...(options.fromConfig === undefined ? {} : { as: 'start' as const }),
    ...envOption(options),
  })
  const { baseSchema, effectiveSchema } = opened.composition
  // The worker reports its schema also where no task could pass it.
  const blocking = opened.problems.filter(
    (problem) => problem.severity === 'error' && (!options.base || problem.code !== 'no-task-can-run'),
  )
  if (options.base && baseSchema !== undefined && blocking.length === 0) {
    output.stdout(canonicalJson(baseSchema))
    return 0
  }
  demandNoErrors(opened)
  writeProblems(opened.problems.filter(isTelling), output)
  if (effectiveSchema === undefined) throw new Error('a composition without errors has an effective schema')
  output.stdout(canonicalJson(effectiveSchema))
  return 0
}
