import type { ErrorObject } from 'ajv'

/** A violation of an input schema as a line of the message: the place first, as in `data/owner must match format "email"`. */
export function violationLine({ instancePath, message, params }: ErrorObject): string {
  const detail = params.additionalProperty ?? params.allowedValues
  return `data${instancePath} ${message}${detail === undefined ? '' : ` (${JSON.stringify(detail)})`}`
}
