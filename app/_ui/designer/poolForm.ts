import type { Field, Member } from '@/app/_ui/forms/fields/field'
import { fieldOf } from '@/app/_ui/forms/fields/fieldOf'
import { startValue } from '@/app/_ui/forms/fields/fieldValues'
import { getOwn, isJsonObject, type JsonValue } from '@/lib/base/json'
import { poolSchema } from '@/lib/pools/check/designPool'
import { providers } from '@/lib/pools/providers/providers'

/** One way to come by workers, as the designer offers it. */
export interface ProviderChoice {
  name: string
  title: string
  description: string
  /** worker-manager knows such pools, so they have a provider id and an owner */
  managed: boolean
  members: Member[]
  start: JsonValue
}

/** What the form asks for a worker pool. */
export interface PoolForm {
  providers: ProviderChoice[]
  /** what every pool of worker-manager has */
  members: Member[]
}

/** The form for worker pools, from the schemas of the providers. Nothing in a pool can come from the worker's environment. */
export function poolForm(): PoolForm {
  const own = isJsonObject(poolSchema.properties) ? poolSchema.properties : {}
  const members = ['providerId', 'owner', 'description', 'emailOnError'].map((name) => ({
    name,
    required: name === 'providerId' || name === 'owner',
    field: literal(fieldOf(getOwn(own, name), name)),
  }))
  const choices = Object.values(providers).map(({ name, title, description, configSchema, managed }) => {
    const field = literal(fieldOf(configSchema, title))
    return {
      name,
      title,
      description,
      managed: managed !== undefined,
      members: field.kind === 'object' ? field.members : [],
      start: startValue(field) ?? {},
    }
  })
  return { providers: choices, members }
}

/** The field, and all within it, for values that are written as they are. */
function literal(field: Field): Field {
  switch (field.kind) {
    case 'list':
    case 'map':
      return { ...field, literal: true, item: literal(field.item) }
    case 'object':
      return {
        ...field,
        literal: true,
        members: field.members.map((member) => ({ ...member, field: literal(member.field) })),
      }
    case 'variants':
      return {
        ...field,
        literal: true,
        variants: field.variants.map((variant) => ({ ...variant, field: literal(variant.field) })),
      }
    default:
      return { ...field, literal: true }
  }
}
