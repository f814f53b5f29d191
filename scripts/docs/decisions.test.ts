import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const folder = new URL('../../docs/decisions/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const records = readdirSync(folder)
  .filter((name) => name !== 'README.md')
  .sort()

it('numbers decisions from 001 without a gap, in the name of the file and in its title', () => {
  const numbers = records.map((_, index) => String(index + 1).padStart(3, '0'))
  expect(records.map((name) => name.slice(0, 4))).toEqual(numbers.map((number) => `${number}-`))
  expect(records.map((name) => read(name).slice(0, 7))).toEqual(numbers.map((number) => `# ${number}: `))
})

it('lists each decision once, in order, with its title, a line and a status', () => {
  const rows = [...read('README.md').matchAll(/^\| \[(\d{3})\]\((\S+)\) \| (.+?) \| (.+?) \| (.+?) \|$/gm)]
  const listed = rows.map(([, number, file, title]) => ({ number, file, title }))
  expect(listed).toEqual(
    records.map((file) => ({
      number: file.slice(0, 3),
      file,
      title: read(file)
        .split('\n')[0]
        ?.replace(/^# \d{3}: /, ''),
    })),
  )
  for (const [row, , , , , status] of rows) expect(status, row).toMatch(/^(in force|replaced by \d{3})$/)
})
