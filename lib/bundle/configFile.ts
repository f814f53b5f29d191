import { yamlText } from '@/lib/base/yamlText'
import type { Composition } from '@/lib/compose/composition'

/** `config.yml`: what the worker program reads when it starts. */
export function configFile({ workerConfig, provisionerId, workerType, worker }: Composition): string {
  const comment = [
    `Configuration of ${worker} for ${provisionerId}/${workerType}.`,
    'Made by Worker Type Designer from design.yml; change the design, not this file.',
  ]
  return yamlText(workerConfig, comment.join('\n'))
}
