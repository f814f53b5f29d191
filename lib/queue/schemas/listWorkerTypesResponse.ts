import { schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject, continuationToken } from './common'
import { workerTypeProperties } from './workerTypeResponse'

export const listWorkerTypesResponse = schemaFile(
  'list-workertypes-response.json',
  closedObject(
    'Worker types of a provisioner',
    {
      workerTypes: { type: 'array', items: closedObject('Worker type', workerTypeProperties) },
      continuationToken,
    },
    ['continuationToken'],
  ),
)
