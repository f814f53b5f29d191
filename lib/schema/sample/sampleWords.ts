import type { JsonValue } from '@/lib/base/json'
import type { SamplePlace } from './sampler'

/** Good examples by the name of the property that they stand at; those that do not fit a schema are passed over. */
const sampleWords: ReadonlyMap<string, readonly JsonValue[]> = new Map<string, JsonValue[]>([
  ['argument', ['hello']],
  ['artifact', ['public/input.txt']],
  ['artifactPrefix', ['private/example/']],
  ['artifacts.name', ['public/output.txt']],
  ['artifacts.path', ['build/output.txt', '/build/output.txt']],
  ['cacheName', ['example-cache']],
  ['caches.mountPoint', ['cache', '/mnt/cache/']],
  ['caches.name', ['example-cache']],
  ['command', ['true', 'echo hello']],
  ['contentType', ['text/plain']],
  ['context', ['https://example.com/context.zip']],
  ['delay', [0]],
  ['directory', ['data']],
  ['env', ['value']],
  ['file', ['data.txt']],
  ['function', ['true']],
  ['image', ['debian:stable', 'https://example.com/image.tar.zst']],
  ['keyboardLayout', ['en-us']],
  ['maxRunTime', [3600, 1800, 600, 60]],
  ['memory', [2048, 512]],
  ['name', ['example']],
  ['namespace', ['project-example-latest', 'project.example.latest']],
  ['path', ['output.txt']],
  ['runId', [0]],
  ['taskId', ['fN1SbArXTPSVFNUvaOlinQ']],
])

/** Good names for members of an object that names none itself, by the property that the object stands at. */
export const sampleNames: ReadonlyMap<string, readonly string[]> = new Map([['env', ['EXAMPLE']]])

/** Optional properties that most tasks use. */
export const typicalProperties: ReadonlySet<string> = new Set(['artifacts', 'command', 'env', 'image', 'maxRunTime'])

/** A good example of each format. */
export const sampleFormats: ReadonlyMap<string, string> = new Map([
  ['uri', 'https://example.com/file.txt'],
  ['date-time', '2030-01-01T00:00:00Z'],
  ['date', '2030-01-01'],
  ['time', '12:00:00Z'],
  ['email', 'someone@example.com'],
  ['hostname', 'host.example.com'],
  ['ipv4', '192.0.2.1'],
  ['ipv6', '2001:db8::1'],
  ['uuid', '01234567-89ab-4cde-8f01-23456789abcd'],
  ['regex', '^example$'],
  ['uri-reference', '/file.txt'],
  ['uri-template', 'https://example.com/{name}'],
  ['json-pointer', '/example'],
  ['relative-json-pointer', '0'],
])

/** Good examples for a place, by its name: those for `caches.name` before those for `name`. */
export function wordsFor({ names }: SamplePlace): JsonValue[] {
  const [own = '', parent = ''] = [...names].reverse()
  const specific = sampleWords.get(`${parent}.${own}`) ?? []
  const general = sampleWords.get(own) ?? (sampleNames.has(parent) ? sampleWords.get(parent) : undefined) ?? []
  const address = /ur[il]$/i.test(own) ? [sampleFormats.get('uri') ?? ''] : []
  return [...specific, ...general, ...address]
}
