'use client'

import type { FieldProps } from './field'
import { asReference } from './fieldValues'
import { ListField } from './ListField.client'
import { MapField } from './MapField.client'
import { ObjectField } from './ObjectField.client'
import { ReferenceField } from './ReferenceField.client'
import { BooleanField, ChoiceField, TextField } from './ScalarFields.client'
import { VariantsField } from './VariantsField.client'
import { YamlField } from './YamlField.client'

/** The control for a field. References, and secrets whatever they are, are edited as references. */
export function FieldEditor({ field, ...props }: FieldProps) {
  if (field.secret || asReference(props.value) !== undefined) return <ReferenceField field={field} {...props} />
  switch (field.kind) {
    case 'text':
    case 'number':
      return <TextField field={field} {...props} />
    case 'boolean':
      return <BooleanField field={field} {...props} />
    case 'choice':
      return <ChoiceField field={field} {...props} />
    case 'list':
      return <ListField field={field} {...props} />
    case 'map':
      return <MapField field={field} {...props} />
    case 'object':
      return <ObjectField field={field} {...props} />
    case 'variants':
      return <VariantsField field={field} {...props} />
    case 'yaml':
      return <YamlField field={field} {...props} />
  }
}
