import 'server-only'
import type { DesignText } from '@/app/server/composeText'
import { openCatalog } from '@/app/server/openCatalog'
import { openWorkerType } from './openWorkerType'

/** The design of the version of a worker type that is in force; the empty text while none is. */
export async function currentDesign(provisionerId: string, workerType: string): Promise<DesignText> {
  const [{ current }, opened] = await Promise.all([openWorkerType(provisionerId, workerType), openCatalog()])
  return { document: current?.designYaml ?? '', opened }
}
