import type { JsonValue } from '@/lib/base/json'
import type { SamplePlace } from './sampler'
import { sampleFormats, sampleNames, sampleWords } from './sampleWords'

/** Good examples for a place, by its name: those for `caches.name` before those for `name`. */
export function wordsFor({ names }: SamplePlace): JsonValue[] {
  const [own = '', parent = ''] = [...names].reverse()
  const specific = sampleWords.get(`${parent}.${own}`) ?? []
  const general = sampleWords.get(own) ?? (sampleNames.has(parent) ? sampleWords.get(parent) : undefined) ?? []
  const address = /ur[il]$/i.test(own) ? [sampleFormats.get('uri') ?? ''] : []
  return [...specific, ...general, ...address]
}
