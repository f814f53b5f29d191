import { equalJson } from '../../base/equalJson'
import type { JsonValue } from '../../base/json'
import { isOfType } from '../explain/isOfType'
import type { TestsOf } from './everyTest'

/** `type`, `enum` and `const`. */
export const anyTests: TestsOf<JsonValue> = ({ type, enum: options, const: constant }) => {
  const types = (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string')
  return [
    ...(type === undefined ? [] : [(value: JsonValue) => types.some((name) => isOfType(value, name))]),
    ...(Array.isArray(options) ? [(value: JsonValue) => options.some((option) => equalJson(option, value))] : []),
    ...(constant === undefined ? [] : [(value: JsonValue) => equalJson(constant, value)]),
  ]
}
