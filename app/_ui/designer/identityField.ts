import type { Field } from '@/app/_ui/forms/fields/field'

/** The fields of a design that are no component's configuration: who the worker type is, and how it is composed. */
export const identityField: Extract<Field, { kind: 'object' }> = {
  kind: 'object',
  title: 'Worker type',
  members: [
    {
      name: 'provisionerId',
      required: true,
      field: {
        kind: 'text',
        title: 'Provisioner id',
        description: 'First half of the name; the group of worker types that it belongs to.',
      },
    },
    {
      name: 'workerType',
      required: true,
      field: { kind: 'text', title: 'Worker type', description: 'Second half of the name.' },
    },
    {
      name: 'description',
      required: false,
      field: {
        kind: 'text',
        literal: true,
        title: 'Description',
        description: 'What the worker type is for. The Queue shows it. Markdown.',
      },
    },
    {
      name: 'rootUrl',
      required: false,
      field: {
        kind: 'text',
        format: 'uri',
        literal: true,
        title: 'Root URL',
        description:
          'The Taskcluster deployment that the worker claims tasks from, such as https://tc.example.com. Its base URLs go into the worker configuration.',
      },
    },
    {
      name: 'workerVersion',
      required: false,
      field: {
        kind: 'text',
        literal: true,
        title: 'Version of the worker',
        description: 'The version of the worker program, such as 100.0.0. The newest that is known where left out.',
      },
    },
    {
      name: 'strict',
      required: false,
      field: {
        kind: 'boolean',
        literal: true,
        title: 'Strict',
        default: true,
        description:
          'Also refuse tasks that would run with less than they ask for. Without it such a task runs, and the design warns about it.',
      },
    },
  ],
}

/** Values that stand for variables of the worker's environment while the design is composed. */
export const samplesField: Extract<Field, { kind: 'map' }> = {
  kind: 'map',
  literal: true,
  title: 'Sample values',
  description:
    'Where the payload schema depends on a value that is known only where the worker runs ($env), a sample stands for it here. Never put a secret in.',
  item: { kind: 'yaml', title: 'Value' },
}
