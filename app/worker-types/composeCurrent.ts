import 'server-only'
import { type ComposedText, composeText } from '../server/composeText'
import { openCatalog } from '../server/openCatalog'
import { openWorkerType } from './openWorkerType'

/** What the version of a worker type that is in force comes to; nothing while none is. */
export async function composeCurrent(provisionerId: string, workerType: string): Promise<ComposedText> {
  const { current } = await openWorkerType(provisionerId, workerType)
  return composeText(current?.designYaml ?? '', await openCatalog())
}
