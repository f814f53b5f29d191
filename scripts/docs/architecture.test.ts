import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drawRooms } from '@/scripts/steps/drawRooms.mjs'
import { reduceArrows } from '@/scripts/steps/layOutRooms.mjs'
import { rooms, tops } from '@/scripts/steps/rooms.cjs'
import { root } from './repositoryFiles'

const read = (path: string) => readFileSync(join(root, path), 'utf8')

describe('the picture of the rooms', () => {
  it('is what `npm run docs:architecture` draws', () => {
    expect(read('docs/images/architecture.svg')).toBe(drawRooms(rooms, tops))
  })

  it('has every folder of lib', () => {
    const folders = readdirSync(join(root, 'lib'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const known = [...Object.keys(rooms), ...Object.keys(tops).filter((top) => top !== 'app')]
    expect(known.sort()).toEqual(folders.map(({ name }) => name).sort())
  })

  it('leaves out what follows from two arrows, and no other', () => {
    expect(reduceArrows({ a: [], b: ['a'], c: ['a', 'b'], d: ['a', 'c'], e: ['a'] })).toEqual({
      a: [],
      b: ['a'],
      c: ['b'],
      d: ['c'],
      e: ['a'],
    })
  })

  it('says where arrows run in a circle', () => {
    const circle = { a: { about: '', may: ['b'] }, b: { about: '', may: ['a'] } }
    expect(() => drawRooms(circle, {})).toThrow('arrows in a circle: a -> b -> a')
  })
})

describe('the walks of docs/architecture.md', () => {
  const steps = [...read('docs/architecture.md').matchAll(/^\d+\. `([^`]+)`, `(\w+)`: /gm)]
  it.each(steps.map(([, path, name]) => [path, name]))('%s has %s', (path, name) => {
    expect(read(path ?? '')).toMatch(new RegExp(`\\b${name}\\b`))
  })

  it('number their steps', () => {
    expect(steps.length).toBeGreaterThan(25)
    expect(read('docs/architecture.md').match(/^\d+\. /gm)?.length).toBe(steps.length)
  })
})
