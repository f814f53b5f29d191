import type { Place } from '@/app/designs/place'

/** The id of the control at a place; problems link to it. */
export function fieldId(place: Place): string {
  return `field-${place.map((step) => encodeURIComponent(String(step))).join('-')}`
}
