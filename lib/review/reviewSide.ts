import { stringify } from 'yaml'
import type { JsonObject } from '@/lib/base/json'
import type { Composition } from '@/lib/compose/composition'

/** One of the two states of a worker type that are compared. */
export interface ReviewSide {
  /** how it is called in sentences: `version 3`, `this design`, a file name */
  label: string
  payloadSchema: JsonObject
  /** undefined where nothing but the schema is known */
  composition?: Composition
  /** versions of the catalog entries it was made from, by label */
  catalogVersions: Readonly<Record<string, string>>
  /** version of the product that made it; undefined where nobody knows */
  toolVersion?: string
}

/** Larger ones are written as JSON, which is YAML too and costs a hundredth: pages are rendered in the one loop that everybody shares. In characters. */
const longestYaml = 50_000

/** The worker's configuration as text to read and to compare; empty while there is none. */
export function configText(composition: Pick<Composition, 'workerConfig'> | undefined): string {
  if (composition === undefined || composition.workerConfig === null) return ''
  const json = JSON.stringify(composition.workerConfig, null, 2)
  if (json.length > longestYaml) return `${json}\n`
  return stringify(composition.workerConfig, { lineWidth: 0, aliasDuplicateObjects: false })
}
