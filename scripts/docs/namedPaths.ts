import { posix } from 'node:path'

/** One path that a document names, and where it may be: from the root, or from the folder of the document. */
export interface NamedPath {
  document: string
  text: string
  /** patterns of the whole path, any of which will do */
  places: RegExp[]
}

const folders =
  /^(\.ci|\.github|app|bench|bin|conformance|docs|drizzle|e2e|engine-catalog|lib|plugin-catalog|public\/examples|scripts)\//
const sources = /\.(ts|tsx|mjs|cjs)$/
/** files beside package.json, by what only such files are called */
const beside =
  /^(\.env\.example|\.nvmrc|\.editorconfig|[A-Z]{4,}\.md|[\w-]+\.config\.(ts|js|mjs)|(package|tsconfig|biome|knip)\.json)$/

/** `<room>`, `NAME`, `NNN`, `*`, `[id]` and `…` in a path stand for anything. */
function pattern(path: string): RegExp {
  const parts = path.replace(/\/$/, '').split(/(<[\w-]+>|\*+|…|\b[A-Z]{3,}\b(?!\.md))/)
  const escaped = parts.map((part, index) => (index % 2 === 1 ? '.+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
  return new RegExp(`^${escaped.join('')}/?$`)
}

/** A document without its fenced blocks, in which paths are those of the reader. */
const prose = (markdown: string) => markdown.replace(/^```[\s\S]*?^```$/gm, '') // bounded: our own documents

/** The paths in a document's inline code: below a folder of the repository, a source file, or a file beside package.json. */
export function pathsInCode(document: string, markdown: string): NamedPath[] {
  const codes = [...prose(markdown).matchAll(/`([^`\s]+)`/g)].map(([, text = '']) => text)
  const paths = codes.filter((text) => folders.test(text) || sources.test(text) || beside.test(text))
  return paths.map((text) => {
    const here = posix.join(posix.dirname(document), text)
    return { document, text, places: [pattern(text), pattern(here)] }
  })
}

/** The targets of a document's links that lead to files, each with the heading that it leads to. */
export function linkedFiles(document: string, markdown: string): { text: string; path: string; heading?: string }[] {
  // bounded: our own documents
  const links = [...prose(markdown).matchAll(/\]\((?!\w+:)([^)\s]+)\)/g)].map(([, text = '']) => text)
  return links.map((text) => {
    const [path = '', heading] = text.split('#')
    const target = path === '' ? document : posix.join(posix.dirname(document), path)
    return { text, path: target, ...(heading === undefined ? {} : { heading }) }
  })
}

/** The names that links have for the headings of a document. */
export function headingNames(markdown: string): string[] {
  const headings = [...prose(markdown).matchAll(/^#+ (.*)$/gm)].map(([, text = '']) => text)
  return headings.map((text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
}
