import packageJson from '@/package.json' with { type: 'json' }

/** Version of this tool, as bundles and the command line state it. */
export const toolVersion: string = packageJson.version
