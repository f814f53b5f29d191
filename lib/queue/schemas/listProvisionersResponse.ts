import { schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject, continuationToken } from './common'
import { provisionerResponse } from './provisionerResponse'

export const listProvisionersResponse = schemaFile(
  'list-provisioners-response.json',
  closedObject(
    'Provisioners',
    { provisioners: { type: 'array', items: provisionerResponse.schema }, continuationToken },
    ['continuationToken'],
  ),
)
