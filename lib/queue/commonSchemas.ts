import type { JsonObject } from '@/lib/base/json'

const draft06 = 'http://json-schema.org/draft-06/schema#'
const text: JsonObject = { type: 'string' }

const scopeExpression: JsonObject = {
  oneOf: [
    text,
    ...['AllOf', 'AnyOf'].map((name) => ({
      type: 'object',
      properties: { [name]: { type: 'array', items: { $ref: '#/definitions/scopes' } } },
      required: [name],
      additionalProperties: false,
    })),
    {
      type: 'object',
      properties: { for: text, in: text, each: text },
      required: ['for', 'in', 'each'],
      additionalProperties: false,
    },
  ],
}

/** What published schemas and references are described by: `/schemas/common/<file>`. */
export const commonSchemas: Record<string, JsonObject> = {
  'metaschema.json': { title: 'Schemas of this deployment are of draft-06', $ref: draft06 },
  'manifest-v3.json': {
    title: 'List of references',
    type: 'object',
    properties: { $schema: text, references: { type: 'array', items: { type: 'string', format: 'uri' } } },
    required: ['$schema', 'references'],
    additionalProperties: false,
  },
  'api-reference-v0.json': {
    title: 'Reference of a service',
    type: 'object',
    definitions: { scopes: scopeExpression },
    properties: {
      $schema: text,
      title: text,
      description: text,
      serviceName: text,
      apiVersion: text,
      entries: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            type: { enum: ['function'] },
            method: text,
            route: text,
            args: { type: 'array', items: text },
            query: { type: 'array', items: text },
            name: text,
            stability: { enum: ['stable', 'experimental', 'deprecated'] },
            category: text,
            title: text,
            description: text,
            scopes: { $ref: '#/definitions/scopes' },
            input: text,
            output: text,
          },
          required: [
            'type',
            'method',
            'route',
            'args',
            'query',
            'name',
            'stability',
            'category',
            'title',
            'description',
          ],
          additionalProperties: false,
        },
      },
    },
    required: ['$schema', 'title', 'description', 'serviceName', 'apiVersion', 'entries'],
    additionalProperties: false,
  },
}
