import { schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject } from './common'
import { taskProperties } from './taskProperties'

export const taskResponse = schemaFile('task.json', closedObject('Task', taskProperties))
