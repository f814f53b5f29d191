import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { secretsInDocument } from './secretsInDocument'

const tour = readFileSync(new URL('../../../docs/tour/native.yml', import.meta.url), 'utf8')
const token = 'fN1SbArXTPSVFNUvaOlinQfN1SbArXTPSVFNUvaOlinQ'
const pem = '-----BEGIN PRIVATE KEY-----\\nMIIEvQ\\n-----END PRIVATE KEY-----'
const problems = (document: string) => secretsInDocument(document, () => loadCatalog())
const lineOf = (document: string, text: string) => document.slice(0, document.indexOf(text)).split('\n').length

describe('secretsInDocument', () => {
  it.each<[string, string]>([
    ['a design with references', tour],
    ['what is no design', 'a: [b'],
    ['nothing', ''],
    ['ids and hashes', `${tour}# task fN1SbArXTPSVFNUvaOlinQ, sha256 ${'a'.repeat(64)}\n`],
    ['the path of a key', tour.replace('plugins:', 'plugins:\n  other: {privateKey: /etc/worker/key.pem}')],
    ['an unreadable text with a reference', 'accessToken: {$env: TASKCLUSTER_ACCESS_TOKEN\nb: ['],
    ['an unreadable text that begins a value', 'accessToken:\nb: ['],
    ['a worker that nobody knows', 'worker: other\nsettings: {accessToken: {$env: A}}\n'],
  ])('lets %s be stored', (_, document) => expect(problems(document)).toEqual([]))

  it.each<[string, string, string]>([
    [
      'a place that its schema calls secret',
      tour.replace('{$env: TASKCLUSTER_ACCESS_TOKEN}', 'hush'),
      'accessToken: hush',
    ],
    [
      'a name of a secret where no schema knows it',
      tour.replace('plugins:', 'plugins:\n  other: {apiKey: hush}'),
      'other: {',
    ],
    ['a token of a known shape', tour.replace('plugins:', `plugins:\n  other: {any: ${token}}`), token],
    ['a private key', tour.replace('plugins:', `plugins:\n  other: {any: "${pem}"}`), 'any: "---'],
    ['a pool', `${tour}pool: {provider: static, config: {runner: {workerConfig: {accessToken: hush}}}}\n`, 'pool: {'],
    ['a sample', `${tour}samples: {ANY: ${token}}\n`, token],
    ['a comment', `${tour}# it was ${token} before\n`, token],
    [
      'a password in an address',
      tour.replace('description: Native builds', 'description: https://a:hush@example.com/'),
      'https://a',
    ],
    ['an unreadable text', `${tour.replace('{$env: TASKCLUSTER_ACCESS_TOKEN}', 'hush')}]`, 'accessToken: hush'],
    ['an unreadable text with quotes', 'b: [\n  accessToken: "hush"', 'accessToken'],
    ['a worker that nobody knows', 'worker: other\nsettings: {accessToken: hush}\n', 'settings'],
  ])('finds the line of %s', (_, document, at) => {
    const found = problems(document)
    expect(found.map(({ code, severity, line }) => [code, severity, line])).toEqual([
      ['secret-in-design', 'error', lineOf(document, at)],
    ])
    expect(JSON.stringify(found)).not.toContain('hush')
    expect(JSON.stringify(found)).not.toContain(token)
  })
})
