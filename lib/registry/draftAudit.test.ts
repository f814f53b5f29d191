import { expect, it } from 'vitest'
import { sha256 } from '@/lib/base/sha256'
import { draftAudit } from './drafts'

const draft = { title: 'proj/a', document: 'engine: [hush' }
const state = { title: 'proj/a', sha256: sha256(draft.document) }

it.each([
  ['a new draft', undefined, draft, { before: null, after: state }],
  ['a deleted one', draft, undefined, { before: state, after: null }],
  ['a changed one', draft, { ...draft, title: 'proj/b' }, { before: state, after: { ...state, title: 'proj/b' } }],
])('names the texts of %s by their hash', (_, before, after, detail) =>
  expect(draftAudit(before, after)).toEqual(detail),
)
