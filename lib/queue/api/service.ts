import type { Method } from './method'

/** A service: what is published of it, and its methods in the order of its reference. */
export interface Service {
  name: string
  title: string
  description: string
  methods: Method[]
}
