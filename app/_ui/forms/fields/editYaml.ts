import { type Document, isCollection, isMap, isScalar, YAMLMap } from 'yaml'
import type { JsonValue } from '@/lib/base/json'
import { parseYaml } from '@/lib/base/parseYaml'
import type { Place } from './field'

/**
 * The text with the value at a place replaced, or removed where the value is undefined; comments and layout of the rest stay.
 * What is missing on the way is created. The text must be readable YAML.
 */
export function editYaml(text: string, place: Place, value: JsonValue | undefined): string {
  const parsed = parseYaml(text, { version: '1.2' })
  if (parsed.trouble || parsed.error) throw new Error('the text is not valid YAML')
  const { document } = parsed
  if (!isMap(document.contents)) document.contents = new YAMLMap()
  if (value === undefined) {
    if (document.hasIn(place)) document.deleteIn(place)
  } else {
    openWay(document, place)
    const node = document.createNode(value)
    if (isCollection(node)) node.flow = node.items.length === 0
    const present = document.getIn(place, true)
    if (isScalar(present) && isScalar(node)) present.value = node.value
    else document.setIn(place, node)
  }
  return document.toString({ lineWidth: 0 })
}

/** Makes maps of what is missing or empty on the way, and writes an empty `{}` as a block from now on. */
function openWay(document: Document, place: Place) {
  if (isCollection(document.contents) && document.contents.items.length === 0) document.contents.flow = false
  for (let length = 1; length < place.length; length++) {
    const way = place.slice(0, length)
    const node = document.getIn(way, true)
    if (isCollection(node)) {
      if (node.items.length === 0) node.flow = false
    } else {
      document.setIn(way, new YAMLMap())
    }
  }
}
