import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import type { MatrixCell } from '@/lib/compose/composition'

/** One task feature, or one engine feature that a made-up plugin uses, in one case. */
export interface KitRow extends MatrixCell {
  /** name of the feature */
  feature: string
  title: string
}

/** An entry with a made-up counterpart. */
export interface KitCase {
  /** `every feature`, `no feature`, `without openDisplay`; of an engine `configuration 1` */
  name: string
  /** the configuration of the entry */
  config: JsonValue
  /** engine features that the made-up engine lacks; empty for engines */
  lacking: string[]
  rows: KitRow[]
  /** the narrowed payload schema; null where no task can run */
  effectiveSchema: JsonObject | null
  /** errors of the composition: why no task can run */
  problems: Problem[]
}

/** What the test kit finds out about an entry, without any real counterpart. */
export interface KitReport {
  /** `plugin recordscreen`, and its version */
  entry: string
  version: string
  cases: KitCase[]
  /** where the entry says two things that cannot both be true; none is good */
  contradictions: Problem[]
}
