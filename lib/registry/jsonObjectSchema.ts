import { z } from 'zod'
import { isJsonObject, type JsonObject } from '@/lib/base/json'

/** An object in a column of JSON. What is inside was parsed from JSON and needs no second look, however deep it is. */
export const jsonObjectSchema = z.custom<JsonObject>(isJsonObject, 'not a JSON object')
