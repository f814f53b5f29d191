import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { CatalogError } from '@/lib/catalog/entry/catalogError'
import { exampleContext } from '@/lib/catalog/testing/exampleContext'
import { renderTemplate } from './renderTemplate'

interface Case {
  name: string
  template: JsonValue
  expected?: JsonValue
  fails?: string
}

const fixture: { context: { config: JsonValue; settings: JsonObject }; cases: Case[] } = parse(
  readFileSync(new URL('../testing/templates.yml', import.meta.url), 'utf8'),
)
const { cases } = fixture
const context = exampleContext(fixture.context)

describe('renderTemplate', () => {
  it.each(cases.filter(({ fails }) => fails === undefined))('renders $name', ({ template, expected }) => {
    const before = structuredClone(template)
    expect(renderTemplate(template, context)).toEqual(expected)
    expect(template).toEqual(before)
  })

  it.each(cases.filter(({ fails }) => fails !== undefined))('refuses $name and names the place', (one) => {
    const render = () => renderTemplate(one.template, context, 'plugin x: payloadSchema')
    expect(render).toThrow(CatalogError)
    expect(render).toThrow(one.fails)
  })

  it('gives parts without operators back as they are', () => {
    const constant = { type: 'object', pattern: '^a{1,2}$' }
    expect(renderTemplate(constant, context)).toBe(constant)
    const rendered = renderTemplate({ constant, changing: { $eval: 'settings.port' } }, context)
    expect(rendered).toEqual({ constant, changing: 5 })
    expect(rendered).toHaveProperty('constant', constant)
  })
})
