import { getOwn, isJsonObject, type JsonValue } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'

/** The steps of a JSON pointer into a value: items of arrays by number. */
export function pointerSteps(value: JsonValue, pointer: string): (string | number)[] {
  let current: JsonValue | undefined = value
  return pointerSegments(pointer).map((segment) => {
    if (Array.isArray(current)) {
      current = current[Number(segment)]
      return Number(segment)
    }
    current = isJsonObject(current) ? getOwn(current, segment) : undefined
    return segment
  })
}
