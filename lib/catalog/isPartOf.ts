import { compareVersions } from './compareVersions'
import type { PluginEntry } from './entry'

/** Whether the program of an engine, in a version, has a plugin at all, enabled or not. */
export function isPartOf({ engines, since, until }: PluginEntry, engine: string, version: string): boolean {
  return (
    (engines === undefined || engines.includes(engine)) &&
    (since === undefined || compareVersions(version, since) >= 0) &&
    (until === undefined || compareVersions(version, until) < 0)
  )
}
