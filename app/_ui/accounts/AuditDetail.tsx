import { ArrowRight, Minus, Plus } from 'lucide-react'
import { Code } from '@/app/_ui/components/Code'
import { Collapsible } from '@/app/_ui/components/Collapsible'
import type { JsonObject } from '@/lib/base/json'
import { type AuditLine, auditView } from '@/lib/registry/audit/auditView'

const linesShown = 4
const textShown = 120

/** What a row of the audit says of a change: the facts, and each place with what was there and what is there now. */
export function Detail({ detail }: { detail: JsonObject }) {
  const { facts, lines, more } = auditView(detail)
  const folded = lines.slice(linesShown)
  return (
    <div className="min-w-56 space-y-1 text-[0.82rem]">
      {facts.length > 0 && (
        <p className="break-words">
          {facts.map(({ name, text }) => (
            <span key={name} className="mr-3 inline-block max-w-full">
              <span className="text-ink-soft">{name}</span> <Text text={text} />
            </span>
          ))}
        </p>
      )}
      <Lines lines={lines.slice(0, linesShown)} />
      {folded.length > 0 && (
        <Collapsible
          summary={
            <span className="text-accent">{folded.length === 1 ? '1 more place' : `${folded.length} more places`}</span>
          }
        >
          <div className="mt-1">
            <Lines lines={folded} />
          </div>
        </Collapsible>
      )}
      {more > 0 && (
        <p className="text-ink-soft">{more === 1 ? 'Another place was' : `${more} other places were`} not recorded.</p>
      )}
    </div>
  )
}

const words = { added: 'added', removed: 'removed', changed: 'changed' } as const
const icons = { added: Plus, removed: Minus, changed: ArrowRight }

function Lines({ lines }: { lines: AuditLine[] }) {
  if (lines.length === 0) return null
  return (
    <ul className="space-y-0.5">
      {lines.map(({ place, kind, before, after }) => {
        const Icon = icons[kind]
        return (
          <li key={`${kind} ${place}`} className="flex items-start gap-1.5">
            <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0 text-ink-soft" />
            <span className="min-w-0 break-words">
              <span className="sr-only">{words[kind]} </span>
              {place !== '' && <span className="text-ink-soft">{place} </span>}
              {before !== undefined && (
                <del className="decoration-ink-soft">
                  <Text text={before} />
                </del>
              )}
              {before !== undefined && after !== undefined && <span aria-hidden> → </span>}
              {after !== undefined && (
                <ins className="no-underline">
                  <Text text={after} />
                </ins>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function Text({ text }: { text: string }) {
  if (text.length <= textShown) return <Code className="break-all">{text}</Code>
  return (
    <details className="inline-block max-w-full align-top">
      <summary className="font-mono break-all">{text.slice(0, textShown - 20)} …</summary>
      <Code className="break-all">{text}</Code>
    </details>
  )
}
