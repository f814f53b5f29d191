import type { JsonObject } from '@/lib/base/json'

/** What worker-runner on the host has to be told: the member `runner` of every provider's configuration. */
export const runnerSchema: JsonObject = {
  title: 'Worker-runner',
  description: 'How worker-runner starts the worker on the host. It makes the file `worker-runner.yml`.',
  type: 'object',
  properties: {
    path: {
      title: 'Path of the program',
      description:
        '`/usr/local/bin/generic-worker` where nobody says, on Windows `C:\\generic-worker\\generic-worker.exe`. Leave it out where the ' +
        'worker is a service.',
      type: 'string',
      minLength: 1,
    },
    service: {
      title: 'Name of the service',
      description: 'Windows only: the worker runs as this service, instead of being started from a path.',
      type: 'string',
      minLength: 1,
    },
    protocolPipe: {
      title: 'Named pipe',
      description: 'Windows only: how worker-runner and a service talk to each other.',
      type: 'string',
      minLength: 1,
    },
    configPath: {
      title: "Path of the worker's configuration",
      description:
        'Worker-runner writes the whole configuration there: `/etc/generic-worker/config.json` where nobody says, on Windows ' +
        '`C:\\generic-worker\\config.json`.',
      type: 'string',
      minLength: 1,
    },
    getSecrets: {
      title: 'Read secrets',
      description: 'Merges the secret `worker-pool:<pool>` of the deployment into the configuration.',
      type: 'boolean',
    },
    cacheOverRestarts: {
      title: 'File of what is kept over reboots',
      description: 'Needed where the machine reboots between tasks. Static workers cannot use it.',
      type: 'string',
      minLength: 1,
    },
    workerGroup: {
      title: 'Worker group',
      description:
        'Static and standalone workers: a name for the place where they stand. Each host fills it in where nobody says.',
      type: 'string',
      pattern: '^[a-zA-Z0-9-_]{1,38}$',
    },
    workerLocation: {
      title: 'Location',
      description:
        'Static and standalone workers: where they are, for tasks to read. Texts by name, as in `{cloud: none, region: here}`.',
      type: 'object',
      additionalProperties: { type: 'string' },
    },
    providerMetadata: {
      title: 'Metadata of the provider',
      description:
        'Static and standalone workers: texts by name, which tasks see in their log. `public-ipv4` is the address that a live log is read from.',
      type: 'object',
      additionalProperties: { type: 'string' },
    },
    workerConfig: {
      title: 'Configuration that only the host knows',
      description: 'Paths and ports of the host. What worker-manager hands out is merged over it.',
      type: 'object',
    },
  },
  additionalProperties: false,
}

/** Files that worker-runner puts on the machine before the worker starts. */
export const filesSchema: JsonObject = {
  title: 'Files',
  description: 'Written onto the machine before the worker starts. Everybody can read them here, so no secrets.',
  type: 'array',
  items: {
    title: 'File',
    type: 'object',
    properties: {
      description: { title: 'Description', type: 'string' },
      path: { title: 'Path', type: 'string', minLength: 1 },
      content: { title: 'Content in base64', type: 'string' },
      encoding: { title: 'Encoding', type: 'string', enum: ['base64'] },
      format: { title: 'Format', description: 'A zip is unpacked at the path.', type: 'string', enum: ['file', 'zip'] },
    },
    required: ['description', 'path', 'content', 'encoding', 'format'],
    additionalProperties: false,
  },
}
