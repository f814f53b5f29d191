import { isJsonObject, type JsonValue } from '@/lib/base/json'
import type { Composition } from '@/lib/compose/composition'
import { findReferences } from '@/lib/compose/design/references'

/**
 * `worker.env.example`: every environment variable that the configuration reads. Those with a sample in the design get it, the others,
 * secrets among them, are left to fill in.
 */
export function environmentFile({ design, workerConfig }: Composition): string {
  const names = environmentReferences(workerConfig)
  if (names.length === 0) return '# The configuration reads no environment variables.\n'
  const lines = names.map((name) => {
    const sample = Object.hasOwn(design.samples, name) ? design.samples[name] : undefined
    return (sample === undefined ? undefined : environmentLine(name, sampleText(sample))) ?? openLine(name)
  })
  return [
    '# Environment of the worker. Copy this file to worker.env, fill in the lines that begin with "#",',
    '# and keep it readable by root alone: it will hold secrets.',
    '',
    ...lines,
    '',
  ].join('\n')
}

function openLine(name: string): string {
  return isVariableName(name)
    ? `# ${name}=`
    : `# ${JSON.stringify(name)} cannot be set here: neither systemd nor a shell knows such names.`
}

/** A sample as the environment would hold it; the same rule as when samples are applied. */
function sampleText(sample: JsonValue): string {
  return typeof sample === 'string' ? sample : JSON.stringify(sample)
}

/** Names that a shell and systemd can give to a program. */
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/

/** True for a name that a shell and systemd can put into the environment of a program. */
export function isVariableName(name: string): boolean {
  return NAME.test(name)
}

/**
 * `NAME=value` as both systemd (`EnvironmentFile=`) and a POSIX shell read it. Undefined for what they cannot carry: other names, and
 * control characters except tab and line feed.
 */
export function environmentLine(name: string, value: string): string | undefined {
  const carried = !/[^\P{Cc}\t\n]|\p{Cs}/u.test(value)
  if (!isVariableName(name) || !carried) return undefined
  if (/^[\w@%+:,./-]*$/.test(value)) return `${name}=${value}`
  return `${name}="${value.replace(/["\\$`]/g, '\\$&')}"`
}

/**
 * The names of the environment variables that a worker's configuration reads when it starts, sorted. A configuration that does not list
 * the `env` transform reads none.
 */
export function environmentReferences(workerConfig: JsonValue): string[] {
  if (!isJsonObject(workerConfig) || !Array.isArray(workerConfig.transforms)) return []
  if (!workerConfig.transforms.includes('env')) return []
  const names = findReferences(workerConfig.config ?? null).flatMap(({ reference }) =>
    typeof reference.$env === 'string' ? [reference.$env] : [],
  )
  return [...new Set(names)].sort()
}
