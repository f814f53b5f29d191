import { canonicalJson } from '@/lib/base/canonicalJson'
import { openDesign } from '@/lib/cli/openDesign'
import type { Output } from '@/lib/cli/output'
import { toJsonObject } from '@/lib/cli/toJsonObject'
import { type DocumentOptions, envOption } from './checkCommand'

/** `wtd compose`: everything that is computed from a design, as JSON; 1 when the design has errors. */
export function composeCommand(path: string, options: DocumentOptions, output: Output): number {
  const { composition, problems } = openDesign(path, envOption(options))
  output.stdout(canonicalJson(toJsonObject({ ...composition, problems })))
  return problems.some((problem) => problem.severity === 'error') ? 1 : 0
}
