import { describe, expect, it } from 'vitest'
import { sortViolations } from './explainViolations'

function violation(path: string, keyword: string, message = keyword) {
  return { path, keyword, message, schemaPath: '#' }
}

describe('sortViolations', () => {
  it('goes by place, then keyword, then words', () => {
    const sorted = [
      violation('', 'required', 'a'),
      violation('', 'required', 'b'),
      violation('/a', 'maximum'),
      violation('/a', 'type'),
      violation('/a/2', 'type'),
      violation('/a/10', 'type'),
      violation('/a/x', 'type'),
      violation('/b', 'type'),
    ]
    expect(sortViolations([...sorted].reverse())).toEqual(sorted)
  })

  it('says the same of the same place once', () => {
    const twice = [violation('/a', 'type'), { ...violation('/a', 'type'), schemaPath: '#/allOf/0' }]
    expect(sortViolations(twice)).toHaveLength(1)
  })
})
