import { canonicalJson } from '../../base/canonicalJson'
import { openDesign } from '../openDesign'
import type { Output } from '../output'
import { toJsonObject } from '../toJsonObject'
import { type DocumentOptions, envOption } from './checkCommand'

/** `wtd compose`: everything that is computed from a design, as JSON; 1 when the design has errors. */
export function composeCommand(path: string, options: DocumentOptions, output: Output): number {
  const { composition, problems } = openDesign(path, envOption(options))
  output.stdout(canonicalJson(toJsonObject({ ...composition, problems })))
  return problems.some((problem) => problem.severity === 'error') ? 1 : 0
}
