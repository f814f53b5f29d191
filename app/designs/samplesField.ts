import type { Field } from '@/app/forms/field'

/** Values that stand for variables of the worker's environment while the design is composed. */
export const samplesField: Extract<Field, { kind: 'map' }> = {
  kind: 'map',
  literal: true,
  title: 'Sample values',
  description:
    'Where the payload schema depends on a value that is known only where the worker runs ($env), a sample stands for it here. Never put a secret in.',
  item: { kind: 'yaml', title: 'Value' },
}
