import type { JsonValue } from '@/lib/base/json'
import type { SchemaChange } from '@/lib/compare/schemaComparison'
import { codeSpan } from '@/lib/compose/documentation/markdown'
import { effectWords, reviewQuestion } from './answerOf'
import { foldLines } from './diffLines'
import type { ReviewReport } from './reviewReport'

/** what a comment on a pull request takes is 65,536 characters */
const mostCharacters = 60_000
const mostChanges = 60
const mostPayload = 3000
const mostLines = 300

/** A report as Markdown that fits a comment on a pull request: the answer on top, details folded. */
export function reviewMarkdown(report: ReviewReport): string {
  const { answer, sentence, example, compared, rollout } = report
  const head = [
    `### ${reviewQuestion} **${capital(answer)}.**`,
    `${escapeText(sentence)} Compared: ${escapeText(compared.old)} → ${escapeText(compared.new)}.`,
    ...(example === undefined ? [] : [`First example, accepted before and refused now:`, block(example)]),
  ]
  const steps = rollout.steps.map((step, index) => `${index + 1}. ${step}`)
  const tail = [
    `**Roll-out: ${rollout.order}.** ${rollout.sentence}`,
    ...(steps.length === 0 ? [] : [steps.join('\n')]),
    ...versionLines(report),
    ...configLines(report),
  ]
  const fixed = [...head, ...tail].join('\n\n').length
  return `${[...head, ...changeLines(report, mostCharacters - fixed), ...tail].join('\n\n')}\n`
}

function changeLines({ groups }: ReviewReport, room: number): string[] {
  const lines: string[] = []
  let left = room
  let shown = 0
  const all = groups.reduce((count, { changes }) => count + changes.length, 0)
  for (const { component, changes } of groups) {
    const title = `#### ${component === undefined ? 'Other changes' : escapeText(component)}`
    for (const [index, change] of changes.entries()) {
      const text = `${index === 0 ? `${title}\n\n` : ''}${changeText(change)}`
      if (shown >= mostChanges || text.length > left) return [...lines, `… and ${all - shown} more changes.`]
      lines.push(text)
      left -= text.length + 2
      shown++
    }
  }
  return lines
}

function changeText({ effect, sentence, path, witness, reason }: SchemaChange): string {
  const because = reason === undefined ? '' : ` (${escapeText(reason)})`
  const line = `- **${effectWords[effect].word}** ${place(path)}: ${escapeText(sentence)}${because}`
  if (witness === undefined) return line
  const what = effect === 'widens' ? 'is accepted only now' : 'was accepted before and is refused now'
  return `${line}\n  <details><summary>A payload that ${what}</summary>\n\n${indent(block(witness))}\n  </details>`
}

function versionLines({ versions }: ReviewReport): string[] {
  if (versions.length === 0) return []
  const rows = versions.map(({ label, before, after }) => `| ${cell(label)} | ${cell(before)} | ${cell(after)} |`)
  return [['| catalog and tool | before | after |', '|---|---|---|', ...rows].join('\n')]
}

function configLines({ config }: ReviewReport): string[] {
  if (config === undefined || config.every(({ kind }) => kind === 'same')) return []
  const signs = { same: ' ', removed: '-', added: '+' }
  const lines = foldLines(config).hunks.flatMap(({ skipped, lines: shown }) => [
    ...(skipped > 0 ? ['@@'] : []),
    ...shown.map(({ kind, text }) => `${signs[kind]}${text}`),
  ])
  const cut = lines.slice(0, mostLines)
  const more = lines.length > cut.length ? [`… ${lines.length - cut.length} more lines`] : []
  const text = [...cut, ...more].join('\n').slice(0, mostCharacters / 3)
  return [`<details><summary>Worker configuration</summary>\n\n${fenced('diff', text)}\n</details>`]
}

function block(value: JsonValue): string {
  const text = JSON.stringify(value, null, 2)
  return fenced('json', text.length > mostPayload ? `${text.slice(0, mostPayload)}\n… (cut)` : text)
}

/** A fence that is longer than any in the text. */
function fenced(language: string, text: string): string {
  let longest = 2
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text}\n${fence}`
}

function place(path: string): string {
  return path === '' ? 'whole payload' : codeSpan(path)
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ')
}

/** What ends a line, is not seen, or turns the direction of what follows. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu

/** Names of users make no markup, no mention and no second line; code spans stay: as CommonMark has them, with as many backticks at the end as at the beginning. */
function escapeText(text: string): string {
  // every second part is a run of backticks
  const parts = text.replace(UNSEEN, ' ').split(/(`+)/)
  const runs = new Map<number, number[]>()
  for (let at = parts.length - 2; at > 0; at -= 2) {
    const { length } = parts[at] ?? ''
    const equal = runs.get(length) ?? []
    equal.push(at)
    runs.set(length, equal)
  }
  let escaped = ''
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? ''
    const equal = at % 2 === 0 ? [] : (runs.get(part.length) ?? [])
    while ((equal.at(-1) ?? at + 1) <= at) equal.pop()
    const end = equal.at(-1)
    escaped += end === undefined ? escapePart(part) : parts.slice(at, end + 1).join('')
    at = end ?? at
  }
  return escaped
}

function escapePart(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replace(/[\\*_[\]`|~]/g, '\\$&')
      // whoever shows a comment looks for these in what the Markdown came to, so that an entity alone hides nothing
      .replace(/[@#](?=\w)/g, '$&&#8203;')
      .replace(/:(?=\/\/)|www(?=\.)/gi, '$&&#8203;')
  )
}

function cell(text: string): string {
  return escapeText(text).replaceAll(/(?<!\\)\|/g, '\\|')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
