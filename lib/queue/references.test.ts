import { Ajv } from 'ajv'
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' }
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { publishedFiles } from './publishedFiles'
import { services } from './services'

const rootUrl = 'https://types.example.com'
const files = publishedFiles(services, rootUrl)

function ajvWithAll(): Ajv {
  const ajv = new Ajv({ strict: false })
  addFormats.default(ajv)
  ajv.addMetaSchema(draft06)
  const metaSchema = files.get('/schemas/common/metaschema.json')
  if (metaSchema) ajv.addMetaSchema(metaSchema)
  return ajv
}

const paths = (prefix: string) => [...files.keys()].filter((path) => path.startsWith(prefix))
const file = (path: string): JsonObject => files.get(path) ?? expect.fail(`${path} is not published`)

describe('published files', () => {
  it('are listed in the manifest', () => {
    expect(file('/references/manifest.json')).toEqual({
      $schema: `${rootUrl}/schemas/common/manifest-v3.json#`,
      references: ['queue', 'auth', 'worker-manager'].map((service) => `${rootUrl}/references/${service}/v1/api.json`),
    })
  })

  it.each(paths('/references/'))('%s is what its schema says', (path) => {
    const ajv = ajvWithAll()
    const schemaPath = String(file(path).$schema).slice(rootUrl.length).replace('#', '')
    const validate = ajv.compile(file(schemaPath))
    expect(validate(file(path)), ajv.errorsText(validate.errors)).toBe(true)
  })

  it.each(paths('/schemas/'))('%s is a schema with its own address', (path) => {
    expect(file(path).$id).toBe(`${rootUrl}${path}#`)
    expect(() => ajvWithAll().compile({ ...file(path), $id: undefined })).not.toThrow()
  })

  it('have a schema for each input and output', () => {
    for (const service of ['queue', 'auth', 'worker-manager']) {
      const { entries } = file(`/references/${service}/v1/api.json`)
      for (const entry of Array.isArray(entries) ? entries : []) {
        const { input, output } = isJsonObject(entry) ? entry : {}
        for (const name of [input, output].filter((value) => value !== undefined)) {
          expect(paths('/schemas/')).toContain(`/schemas/${service}/${String(name).replace('#', '')}`)
        }
      }
    }
  })

  it('have payloadSchema in the declaration, and every scope of it', () => {
    const request = file('/schemas/queue/v1/update-workertype-request.json')
    expect(Object.keys(isJsonObject(request.properties) ? request.properties : {})).toContain('payloadSchema')
    const { entries } = file('/references/queue/v1/api.json')
    expect(entries).toContainEqual(
      expect.objectContaining({
        name: 'declareWorkerType',
        args: ['provisionerId', 'workerType'],
        scopes: {
          AllOf: [
            {
              for: 'property',
              in: 'properties',
              each: 'queue:declare-worker-type:<provisionerId>/<workerType>#<property>',
            },
          ],
        },
      }),
    )
  })
})
