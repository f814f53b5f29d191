import type { JsonObject, JsonValue } from '@/lib/base/json'

/** A value that is only known where the worker runs: `{$env: NAME}`, `{$secret: NAME, key: KEY}`, … */
export type Reference = JsonObject

/**
 * What an admin edits. A YAML file and the app mean the same thing by it. Optional members have been filled in.
 *
 * ```yaml
 * worker: taskcluster-worker
 * provisionerId: proj
 * workerType: native-1
 * description: Native builds
 * strict: true
 * workerVersion: 106.0.0
 * rootUrl: https://tc.example.com
 * engine: {name: native, config: {createUser: true}}
 * plugins: {env: {}, artifacts: {}}
 * disabledPlugins: []
 * otherEngines: {}
 * settings: {temporaryFolder: /mnt/tasks, …, worker: {workerGroup: …, …}}
 * samples: {NAME: value}
 * catalog: {engine native: 1.0.0, plugin env: 1.0.0}
 * ```
 */
export interface Design {
  worker: string
  provisionerId: string | Reference
  workerType: string | Reference
  description: string
  /** refuse also what the worker would silently drop */
  strict: boolean
  /** version of the worker program that it is for; the newest that the catalog knows where absent */
  workerVersion?: string
  /** the deployment that the worker claims from; its base URLs are written into the worker's configuration */
  rootUrl?: string
  engine: { name: string | Reference; config: JsonValue }
  /** configuration of the plugins, by name; those in `disabledPlugins` are kept but off */
  plugins: Record<string, JsonValue>
  disabledPlugins: string[]
  /** configuration of engines that are not selected: checked by the worker, otherwise unused */
  otherEngines: Record<string, JsonValue>
  /** the worker's own settings, as its configuration has them, less identity, engine and plugins */
  settings: JsonObject
  /** values that stand for `$env` references while composing; never secrets */
  samples: Record<string, JsonValue>
  /** transforms of the worker's configuration, where they are not just those that the references need */
  transforms?: string[]
  /** versions of the catalog entries that the design was made with, by label: `engine native`, `plugin env`; absent where nothing is pinned */
  catalog?: Record<string, string>
  /** the worker pool that starts such workers, at the deployment's worker-manager; absent where there is none */
  pool?: JsonObject
}
