import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { guardsOf } from './testing/guardsOf'

const app = join(import.meta.dirname, '../..')
const modules = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|(^|\/)_?testing\//.test(path))
  .sort()
const source = (path: string) => readFileSync(join(app, path), 'utf8')

const settings = ['dynamic', 'revalidate', 'runtime', 'metadata', 'maxDuration', 'viewport']
const routes = modules.filter((path) => /(^|\/)route\.tsx?$/.test(path))
const pages = modules.filter((path) => /(^|\/)page\.tsx?$/.test(path))
const actions = modules.filter((path) => /^'use server'/m.test(source(path)))

/** What everybody may reach even where reading takes a scope. */
const everyone = [
  'sign-in/callback/route.ts GET',
  'sign-in/deployment/route.ts GET',
  'sign-in/page.tsx default',
  '_server/actions/signIn.ts signIn',
  '_server/actions/signIn.ts signOut',
]
/** What takes a scope of its own to read. */
const few: Record<string, string> = { audit: 'auditors', clients: 'clientReaders' }
const readersOfPath = (path: string) =>
  few[path.replace('_server/actions/clientActions.ts', 'clients').split('/')[0] ?? ''] ?? 'readers'
/** What checks signatures and scopes by itself, as the Taskcluster API does. */
const services = ['api/[[...path]]/route.ts', 'references/[...path]/route.ts', 'schemas/[...path]/route.ts']

describe('every way into the app', () => {
  it('is found', () => {
    expect(routes.length).toBeGreaterThan(12)
    expect(pages.length).toBeGreaterThan(14)
    expect(actions.length).toBeGreaterThan(7)
  })

  it.each(routes)('%s answers through the guard', (path) => {
    const entrances = guardsOf(source(path), settings)
    expect(entrances.length).toBeGreaterThan(0)
    for (const { name, ...guard } of entrances) {
      // what a browser asks before it asks for a public file says nothing of the file
      const open = everyone.includes(`${path} ${name}`) || (name === 'OPTIONS' && !services.includes(path))
      const readers = services.includes(path) ? 'services' : open ? 'everyone' : readersOfPath(path)
      expect([name, guard]).toEqual([name, { guard: 'guardedRoute', readers }])
    }
  })

  it.each(pages)('%s is shown through the guard', (path) => {
    const entrances = guardsOf(source(path), settings)
    expect(entrances.map(({ name }) => name)).toContain('default')
    for (const { name, guard, readers } of entrances) {
      expect([name, guard]).toEqual([name, name === 'generateMetadata' ? 'guardedMetadata' : 'guardedPage'])
      expect([name, readers]).toEqual([name, everyone.includes(`${path} ${name}`) ? 'everyone' : readersOfPath(path)])
    }
  })

  it.each(actions)('%s acts through the guard', (path) => {
    // an action inside of another function would be a way in that nobody sees
    expect(source(path).trimStart().startsWith("'use server'")).toBe(true)
    const entrances = guardsOf(source(path), settings)
    expect(entrances.length).toBeGreaterThan(0)
    for (const { name, guard, readers } of entrances) {
      expect([name, guard]).toEqual([name, 'guardedAction'])
      const open = everyone.includes(`${path} ${name}`)
      expect([name, readers ?? readersOf(path)]).toEqual([name, open ? 'everyone' : readersOfPath(path)])
    }
  })
})

/** Actions of one module may share a function that makes their guards. */
function readersOf(path: string): string | undefined {
  return /readers: '(\w+)'/.exec(source(path))?.[1]
}

describe('guardsOf', () => {
  it.each<[string, string | undefined]>([
    ["export const GET = guardedRoute('x', 'readers', f)", 'guardedRoute'],
    ["const f = guardedRoute('x', 'readers', g)\nexport { f as GET }", 'guardedRoute'],
    ['export async function GET() {}', undefined],
    ['export default async function Page() {}', undefined],
    ['export default Page', undefined],
    ["export { GET } from './other'", undefined],
    ["export * from './other'", undefined],
    ['export const GET = async () => new Response()', undefined],
  ])('of %j: %s', (text, guard) => {
    expect(guardsOf(text, []).map((each) => each.guard)).toEqual([guard])
  })
})
