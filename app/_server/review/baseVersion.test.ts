import { expect, it, vi } from 'vitest'
import type { Version } from '@/lib/registry/versions/version'
import { baseVersion } from './openReview'

vi.mock('server-only', () => ({}))

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 10, minute))
const version = (number: number, minute: number, rest: Partial<Version> = {}): Version => ({
  taskQueueId: 'p/w',
  number,
  designYaml: '',
  baseSchema: null,
  payloadSchema: {},
  schemaSha256: '',
  description: '',
  expires: at(0),
  rootUrl: '',
  author: 'a',
  message: '',
  createdAt: at(minute),
  state: 'acknowledged',
  outcome: 'enforced',
  queueAnswer: null,
  resolvedAt: at(minute),
  acknowledgements: [],
  draftId: null,
  toolVersion: null,
  ...rest,
})
const draft = { id: 'mine', createdAt: at(10) }

it.each([
  ['nothing is registered', [], undefined],
  ['it was begun after the newest', [version(2, 6), version(1, 5)], 2],
  ['somebody registered since', [version(3, 20), version(2, 6)], 2],
  ['it was registered itself since', [version(3, 20, { draftId: 'mine' }), version(2, 6)], 3],
  ['somebody did after that', [version(4, 30), version(3, 20, { draftId: 'mine' })], 3],
  ['the one before failed', [version(2, 6, { state: 'failed' }), version(1, 5)], 1],
  ['all of it came later', [version(1, 20)], undefined],
])('finds what a draft goes out from where %s', (_, versions, number) => {
  expect(baseVersion(versions, draft)?.number).toBe(number)
})
