import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadCatalog } from './loadCatalog'
import { readCatalogFolder } from './readCatalogFolder'
import { recordScreen } from './testing/recordScreen'

const catalog = loadCatalog()
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wtd-catalog-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, text: string | Uint8Array) => writeFileSync(join(folder, name), text)

/** What came of each file: the name of its entry, or the code of its first problem. */
function outcomes(): string[] {
  const result = readCatalogFolder(folder, catalog)
  if (!result.ok) return result.problems.map(({ code }) => code)
  return result.value.map(({ file, entry, problems }) => {
    expect(problems.every((problem) => problem.file === file)).toBe(true)
    return `${file.slice(folder.length + 1)}: ${entry === undefined ? problems[0]?.code : `${entry.name} ${entry.version}`}`
  })
}

describe('readCatalogFolder', () => {
  it('reads each file by itself, by name, and passes over what is no entry', () => {
    write('b.yml', recordScreen)
    write('a.yaml', 'kind: plugin\n')
    write('c.yml', recordScreen.replace('1.0.0', '1.1.0'))
    write('d.yml', recordScreen)
    write('e.yml', recordScreen.replace('name: recordscreen', 'name: film'))
    write('f.yml', 'x'.repeat(256 * 1024 + 1))
    write('g.yml', new Uint8Array([0xff, 0xfe]))
    write('h.yml', '- '.repeat(100_000))
    write('notes.txt', 'hello')
    write('.hidden.yml', 'hello')
    mkdirSync(join(folder, 'i.yml'))
    symlinkSync(join(folder, 'nowhere'), join(folder, 'j.yml'))
    expect(outcomes()).toEqual([
      'a.yaml: entry-invalid',
      'b.yml: recordscreen 1.0.0',
      'c.yml: recordscreen 1.1.0',
      'd.yml: entry-doubled',
      'e.yml: property-taken',
      'f.yml: entry-too-large',
      'g.yml: entry-unreadable',
      'h.yml: entry-unreadable',
      'i.yml: entry-unreadable',
      'j.yml: entry-unreadable',
    ])
  })

  it('says that a folder cannot be read', () => {
    expect(outcomes()).toEqual([])
    expect(readCatalogFolder(join(folder, 'gone'), catalog)).toMatchObject({
      ok: false,
      problems: [{ code: 'catalog-folder-unreadable', message: expect.stringContaining('(ENOENT)') }],
    })
  })
})
