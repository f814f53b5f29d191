import { schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject } from './common'

export const scopeSet = schemaFile(
  'scopeset.json',
  closedObject('Scopes', { scopes: { type: 'array', items: { type: 'string', pattern: '^[\\x20-\\x7e]*$' } } }),
)
