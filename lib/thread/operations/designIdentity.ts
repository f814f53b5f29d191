import type { Design } from '../../compose/design'
import { parseDesign } from '../../compose/parseDesign'

/** Which worker type the text of a design is for; undefined while it is no design. */
export function designIdentity({
  document,
}: {
  document: string
}): Pick<Design, 'provisionerId' | 'workerType'> | undefined {
  const parsed = parseDesign(document)
  if (!parsed.ok) return undefined
  const { provisionerId, workerType } = parsed.value.design
  return { provisionerId, workerType }
}
