import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { EngineEntry, WorkerCatalog } from '@/lib/catalog/entry/entry'
import type { ImportedPool } from '@/lib/pools/import/importedPool'

/** Engines that a pool can be for, the likeliest first. */
export interface LikelyEngines {
  names: string[]
  /** the file itself says that it is the first one */
  told: boolean
}

const platformWords: [string, RegExp][] = [
  ['windows', word('windows|win|win\\d+|win2k\\d+')],
  ['darwin', word('darwin|macos|macosx|osx|mac|macmini')],
  ['freebsd', word('freebsd')],
  ['linux', word('linux|ubuntu|debian|docker|fedora|centos')],
]
const kindWords: [string, RegExp][] = [
  ['insecure', word('insecure|simple')],
  ['multiuser', word('multiuser')],
]

/**
 * The engines that a pool or a file of worker-runner is most likely for, where no property of the worker's configuration tells: a Windows service
 * and paths of Windows do, then the name of the program, what metadata calls a platform, the name of the pool, and the provider.
 */
export function likelyEngines(
  { config, pool, workerPoolId = '' }: ImportedPool,
  { engines }: WorkerCatalog,
): LikelyEngines {
  const given = getOwn(pool.config, 'runner')
  const runner = isJsonObject(given) ? given : {}
  const texts = [...textsOf(config), ...textsOf(runner)]
  const isPosix = texts.some((text) => text.startsWith('/'))
  const isService = Object.hasOwn(runner, 'service') || Object.hasOwn(runner, 'protocolPipe')
  const isWindows = isService || texts.some((text) => /^([A-Za-z]:[\\/]|\\\\)|\.exe$/i.test(text))
  const paths = texts.filter((text) => /^\/\S*$/.test(text))
  const programs = paths.filter((text) => /worker/i.test(text))
  const called = [config, runner].flatMap(platformsOf)
  const byPath = isWindows ? 'windows' : (named(programs, platformWords) ?? (isMac(paths) ? 'darwin' : undefined))
  const byName =
    named(called, platformWords) ?? named([workerPoolId.slice(workerPoolId.indexOf('/') + 1)], platformWords)
  const guessed = byName === 'windows' && isPosix ? undefined : byName
  const usual = pool.provider === 'azure' && !isPosix ? 'windows' : 'linux'
  const platform = byPath ?? guessed ?? usual
  const kind = named(programs, kindWords)
  const score = ({ name, platforms }: EngineEntry) =>
    (platforms.includes(platform) ? 2 : 0) + (kind !== undefined && name.startsWith(`${kind}-`) ? 1 : 0)
  const abilities = ({ features }: EngineEntry) => Object.values(features).filter(({ supported }) => supported).length
  const ranked = Object.values(engines).sort((a, b) => score(b) - score(a) || abilities(b) - abilities(a))
  const fitting = ranked.filter((engine) => engine.platforms.includes(platform))
  const told = byPath !== undefined && (fitting.length === 1 || kind !== undefined)
  return { names: ranked.map(({ name }) => name), told }
}

function word(words: string): RegExp {
  return new RegExp(`(^|[^a-z])(${words})([^a-z]|$)`, 'i')
}

function named(texts: string[], words: [string, RegExp][]): string | undefined {
  return words.find(([, pattern]) => texts.some((text) => pattern.test(text)))?.[0]
}

function isMac(paths: string[]): boolean {
  return paths.some((path) => /^\/(Users|Library|Applications|opt\/homebrew)(\/|$)/.test(path))
}

function textsOf(value: JsonValue): string[] {
  if (typeof value === 'string') return [value]
  return Object.values(isJsonObject(value) ? value : {}).flatMap((member) =>
    typeof member === 'string' ? [member] : isJsonObject(member) ? textsOf(member) : [],
  )
}

/** What metadata of a worker, or of its provider, calls its platform. */
function platformsOf(value: JsonObject): string[] {
  return Object.entries(value).flatMap(([name, member]) => {
    if (isJsonObject(member)) return platformsOf(member)
    return typeof member === 'string' && /^(os|platform|operating[-_ ]?system)$/i.test(name) ? [member] : []
  })
}
