import type { ErrorObject } from 'ajv'

/** What is wrong with an entry, as a plain sentence without the place; `undefined` for errors that only repeat others. */
export function describeEntryError(error: ErrorObject): string | undefined {
  switch (error.keyword) {
    case 'if':
      return undefined
    case 'required':
      return `The member ${error.params.missingProperty} is missing.`
    case 'dependencies':
      return `The member ${error.params.missingProperty} is missing; ${error.params.property} needs it.`
    case 'additionalProperties':
      return `There is no member ${error.params.additionalProperty} here.`
    case 'false schema':
      return 'This member does not belong in an entry of this kind.'
    case 'type':
      return `This has to be of type ${[error.params.type].flat().join(' or ')}.`
    case 'enum':
      return `This has to be one of ${error.params.allowedValues.join(', ')}.`
    case 'const':
      return `This has to be ${JSON.stringify(error.params.allowedValue)}.`
    case 'pattern':
      return `This has not the form ${error.params.pattern}.`
    case 'anyOf':
    case 'oneOf':
      return `This fits none of the forms that are possible here. ${error.parentSchema?.description ?? ''}`.trim()
    default:
      return `This ${error.message ?? 'is not valid'}.`
  }
}
