import type { Method } from './method'
import type { SchemaFile } from './schemaFile'

/** A service: what is published of it, and its methods in the order of its reference. */
export interface Service {
  name: string
  title: string
  description: string
  methods: Method[]
  /** schemas that are published beside the inputs and outputs of methods */
  schemas?: SchemaFile[]
}
