import type { JsonObject } from '@/lib/base/json'
import { ApiError, validationMessage } from './apiError'
import type { Method, MethodSpec } from './method'
import { violationLine } from './schemaFile'

/** Makes a method of what it is and does. Its payload reaches the handler checked and with defaults. */
export function defineMethod<Payload = JsonObject>(spec: MethodSpec<Payload>): Method
export function defineMethod(spec: MethodSpec<unknown>): Method {
  const { input, handle, ...published } = spec
  if (input === undefined) return { ...published, run: (call) => handle({ ...call, payload: {} }) }
  return {
    ...published,
    input,
    run: (call, schemaUrl) => {
      const checked = input.check(call.payload)
      if (checked.valid) return handle({ ...call, payload: checked.value })
      const lines = checked.errors.map(violationLine)
      throw new ApiError('InputValidationError', validationMessage(`${schemaUrl}${input.file}#`, lines))
    },
  }
}
