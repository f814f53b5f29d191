import { withoutEnd } from '@/lib/base/texts'

/**
 * Markdown of a catalog entry, made fit to stand inside a larger document: headings move below `level`, HTML becomes text, nothing stays
 * open at the end. Entries can be uploaded, so nothing is taken on trust: text whose code fences are not plain to see (all of them at the
 * start of a line) is shown as it was typed.
 */
export function embedMarkdown(markdown: string, level: number): string {
  const lines = markdown.replace(/\r\n?/g, '\n').trim().split('\n')
  if (lines.some(hasHiddenFence))
    return paragraphs(lines)
      .map((paragraph) => escapeMarkdown(paragraph.join('\n')))
      .join('\n\n')

  const out: string[] = []
  let paragraph: string[] = []
  let fence = ''
  const flush = () => {
    out.push(...neutralise(paragraph))
    paragraph = []
  }
  for (const line of lines) {
    const run = /^(?:`{3,}|~{3,})/.exec(line)?.[0] ?? ''
    if (fence !== '') {
      out.push(line)
      if (run.startsWith(fence) && line.trim() === run) fence = ''
    } else if (run !== '') {
      flush()
      out.push(line)
      fence = run
    } else if (line.trim() === '') {
      flush()
      out.push('')
    } else {
      paragraph.push(atLevel(line, level))
    }
  }
  flush()
  if (fence !== '') out.push(fence)
  return out.join('\n')
}

function paragraphs(lines: string[]): string[][] {
  const found: string[][] = [[]]
  for (const line of lines) {
    if (line.trim() === '') found.push([])
    else found.at(-1)?.push(line)
  }
  return found.filter((paragraph) => paragraph.length > 0)
}

/** A run of three that is not the first thing on its line, or one whose line goes on with more backticks. */
function hasHiddenFence(line: string): boolean {
  const match = /`{3,}|~{3,}/.exec(line)
  if (match === null) return false
  return match.index > 0 || (match[0].startsWith('`') && line.slice(match[0].length).includes('`'))
}

/** Headings go down, also in lists and quotes; an underline would make a heading of the line above it. */
function atLevel(line: string, level: number): string {
  const containers = /^\s*(?:[-*+]\s+|\d+[.)]\s+|>\s*)*/.exec(line)?.[0] ?? ''
  const rest = line.slice(containers.length)
  const heading = /^#{1,6}(?=\s|$)/.exec(rest)?.[0]
  if (heading) return `${containers}${'#'.repeat(Math.min(6, level + heading.length))}${rest.slice(heading.length)}`
  return /^(?:=+|-+)\s*$/.test(rest) ? '' : line
}

/**
 * Takes HTML out of a paragraph. Code spans keep their `<` where each line closes the spans that it opens; then no reader can disagree about
 * what is code. Otherwise the paragraph is shown as it was typed.
 */
function neutralise(lines: string[]): string[] {
  const parts = lines.map(codeParts)
  if (parts.some((line) => line === undefined)) return lines.map(escapeMarkdown)
  return parts.map((line) => (line ?? []).map(({ text, code }) => (code ? text : withoutHtml(text))).join(''))
}

function withoutHtml(text: string): string {
  return text.replace(/</g, '&lt;')
}

/** A line as text and code spans in turn; undefined where a span is left open. A backslash before a backtick makes it text. */
function codeParts(line: string): { text: string; code: boolean }[] | undefined {
  const parts: { text: string; code: boolean }[] = []
  let start = 0
  let at = 0
  while (at < line.length) {
    if (line[at] === '\\') {
      at += 2
      continue
    }
    const run = /^`+/.exec(line.slice(at))?.[0]
    if (run === undefined) {
      at += 1
      continue
    }
    const closing = findRun(line, at + run.length, run.length)
    if (closing === undefined) return undefined
    parts.push({ text: line.slice(start, at), code: false }, { text: line.slice(at, closing + run.length), code: true })
    at = closing + run.length
    start = at
  }
  return [...parts, { text: line.slice(start), code: false }]
}

/** Where the next run of exactly `length` backticks begins. */
function findRun(line: string, from: number, length: number): number | undefined {
  for (const match of line.slice(from).matchAll(/`+/g)) {
    if (match[0].length === length) return from + match.index
  }
  return undefined
}

const SPECIAL = /[\\`*_{}[\]|~#$]/g
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/**
 * Text that somebody typed, as Markdown on one line that shows just this text: no emphasis, link, code, HTML, table cell, heading or list
 * comes of it, wherever it is put. White space and control characters become single spaces.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .replace(SPECIAL, '\\$&')
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character)
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
}

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** Text as a Markdown code span that shows just this text; what nobody would see is written as `\uXXXX`, nothing as `""`. */
export function codeSpan(text: string): string {
  if (text === '') return '`""`'
  const visible = text.replace(INVISIBLE, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`
  })
  let longest = 0
  for (const [run] of visible.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  const fence = '`'.repeat(longest + 1)
  const padded = /^[` ]|[` ]$/.test(visible) ? ` ${visible} ` : visible
  return `${fence}${padded}${fence}`
}

/** Text as a fenced code block; the fence is longer than any run of backticks in it. */
export function fencedBlock(text: string, language: string): string {
  let longest = 2
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${withoutEnd(text, '\n')}\n${fence}`
}
