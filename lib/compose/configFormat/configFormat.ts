import type { JsonValue } from '../../base/json'
import type { Problem } from '../../base/problem'
import type { Catalog } from '../../catalog/entry'
import type { Design } from '../design'
import type { ResolvedDesign } from '../resolvedDesign'

/** A configuration file taken apart. Without a design where its parts cannot even be told from each other. */
export interface ReadConfig {
  design?: Design
  /** places are those of the file */
  problems: Problem[]
}

/** How one worker program lays out its configuration file. Worker entries name theirs as `configFormat`. */
export interface ConfigFormat {
  /** whether data looks like such a file */
  recognise: (data: JsonValue) => boolean
  /** the file for a design */
  write: (resolved: ResolvedDesign) => JsonValue
  /**
   * The design for a file. With `environment`, references to the environment are replaced first, as the worker does when it starts
   * (an unset variable is the empty text); without it they stay references.
   */
  read: (data: JsonValue, catalog: Catalog, environment?: Record<string, string>) => ReadConfig
  /** the place in the file of a place in the design */
  placeInFile: (path: string, design: Design) => string
}
