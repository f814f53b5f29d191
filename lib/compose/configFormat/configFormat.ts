import type { JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import type { Catalog, WorkerCatalog } from '@/lib/catalog/entry/entry'
import type { Design } from '@/lib/compose/design/design'
import type { ResolvedDesign } from '@/lib/compose/resolve/resolvedDesign'

/** A configuration file taken apart. Without a design where its parts cannot even be told from each other. */
export interface ReadConfig {
  design?: Design
  /** places are those of the file */
  problems: Problem[]
}

/** How a configuration file is read. */
export interface ReadOptions {
  /** references to the environment are replaced first, as the worker does when it starts (an unset variable is the empty text); without it they stay */
  environment?: Record<string, string>
  /** the engine that the file is for, where it does not say so itself */
  engine?: string
  /** the version of the worker program that the file is for; the newest where left out */
  workerVersion?: string
}

/** How one worker program lays out its configuration file. Worker entries name theirs as `configFormat`. */
export interface ConfigFormat {
  /** whether data looks like such a file */
  recognise: (data: JsonValue) => boolean
  /** whether such a file names its engine, so that nobody else has to */
  namesEngine: boolean
  /** the file for a design */
  write: (resolved: ResolvedDesign) => JsonValue
  /** the design for a file */
  read: (data: JsonValue, catalog: Catalog, options?: ReadOptions) => ReadConfig
  /** the place in the file of a place in the design */
  placeInFile: (path: string, design: Design, catalog?: WorkerCatalog) => string
}
