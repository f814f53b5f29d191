import { stringify } from 'yaml'
import type { Composition } from '../compose/composition'

/** The worker's configuration as text to compare; empty while there is none. */
export function configText(composition: Composition | undefined): string {
  if (composition === undefined || composition.workerConfig === null) return ''
  return stringify(composition.workerConfig, { lineWidth: 0, aliasDuplicateObjects: false })
}
