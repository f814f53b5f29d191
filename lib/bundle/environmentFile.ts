import type { JsonValue } from '@/lib/base/json'
import type { Composition } from '@/lib/compose/composition'
import { environmentLine, isVariableName } from './environmentLine'
import { environmentReferences } from './environmentReferences'

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
