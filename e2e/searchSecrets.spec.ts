import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync, zipSync } from 'fflate'
import { findSecrets } from './support/searchSecrets'
import { expect, test } from './support/test'

const root = join(import.meta.dirname, '..')

test('the search finds a secret in every form', async () => {
  const known = new Map([['planted', 'hush-hush-0123456789+/?']])
  const secret = known.get('planted') ?? ''
  const bytes = Buffer.from(`x${secret}y`)
  const forms: (string | Buffer)[] = [
    ...[
      bytes,
      JSON.stringify({ a: secret }),
      encodeURIComponent(secret),
      bytes.toString('hex'),
      bytes.toString('base64'),
    ],
    ...[`xy${secret}`, `xyz${secret}z`, secret].map((text) => Buffer.from(text).toString('base64url')),
    ...[Buffer.from(gzipSync(bytes)), Buffer.from(zipSync({ a: bytes }))],
    `row ${Buffer.from(gzipSync(Buffer.concat([randomBytes(60), bytes]))).toString('base64')}`,
  ]
  for (const form of forms) expect(findSecrets(form, known)).toEqual(['planted'])
  expect(findSecrets(await readFile(join(root, 'README.md')), known)).toEqual([])
})
