import type { BundleFile } from '@/lib/bundle/bundleFile'

/** A small bundle: a text, an empty file, a program in the top folder, a file of several blocks in a subfolder. */
export const sampleFiles: BundleFile[] = [
  { path: 'README.md', content: '# Bündel\n', mode: 0o644 },
  { path: 'empty', content: '', mode: 0o644 },
  { path: 'examples/long.json', content: `${JSON.stringify(Array.from({ length: 500 }, (_, i) => i))}\n`, mode: 0o644 },
  { path: 'manifest.json', content: '{"taskQueueId":"proj/native"}\n', mode: 0o644 },
  { path: 'start.sh', content: '#!/bin/sh\necho started\n', mode: 0o755 },
]
