import { effectWords, reviewQuestion } from '@/lib/review/answerOf'
import { foldLines } from '@/lib/review/diffLines'
import type { ReviewReport } from '@/lib/review/reviewReport'
import { printable } from './output'

/** A report for a terminal: the answer first. */
export function diffText(report: ReviewReport): string {
  const { answer, sentence, compared, example, rollout } = report
  const lines = [
    `${reviewQuestion} ${answer.charAt(0).toUpperCase()}${answer.slice(1)}.`,
    sentence,
    `Compared: ${compared.old} -> ${compared.new}`,
    ...(example === undefined ? [] : ['', 'First example, accepted before and refused now:', ...payload(example)]),
    ...changeLines(report),
    '',
    `Roll-out: ${rollout.order}. ${rollout.sentence}`,
    ...rollout.steps.map((step, index) => `  ${index + 1}. ${step}`),
    ...versionLines(report),
    ...configLines(report),
  ]
  return `${lines.map(printable).join('\n')}\n`
}

function changeLines({ groups }: ReviewReport): string[] {
  return groups.flatMap(({ component, changes }) => [
    '',
    component ?? 'other changes',
    ...changes.flatMap(({ effect, path, sentence, reason, witness }) => [
      `  ${effectWords[effect].word.padEnd(12)}  ${path === '' ? '(whole payload)' : path}: ${sentence}`,
      ...(reason === undefined ? [] : [`                ${reason}`]),
      ...(witness === undefined ? [] : [`                ${JSON.stringify(witness)}`]),
    ]),
  ])
}

function versionLines({ versions }: ReviewReport): string[] {
  if (versions.length === 0) return []
  return ['', 'Catalog and tool:', ...versions.map(({ label, before, after }) => `  ${label}: ${before} -> ${after}`)]
}

function configLines({ config }: ReviewReport): string[] {
  if (config === undefined || config.every(({ kind }) => kind === 'same')) return []
  const signs = { same: ' ', removed: '-', added: '+' }
  const hunks = foldLines(config).hunks.flatMap(({ skipped, lines }) => [
    ...(skipped > 0 ? ['  ...'] : []),
    ...lines.map(({ kind, text }) => `${signs[kind]} ${text}`),
  ])
  return ['', 'Worker configuration:', ...hunks]
}

function payload(value: ReviewReport['example']): string[] {
  return JSON.stringify(value, null, 2)
    .split('\n')
    .map((line) => `  ${line}`)
}
