'use client'

import { InlineCode } from '@/app/_ui/components/Code'
import { classNames } from '@/app/_ui/components/classNames'
import { toneLooks, type ViewLine } from './traceView'

/** The lines of a trace, stage by stage. The keyboard steps through them as a whole; each can be clicked. */
export function EventList({
  lines,
  current,
  choose,
}: {
  lines: ViewLine[]
  current: number
  choose: (index: number) => void
}) {
  const stages = lines.reduce<{ name: string; first: number; lines: ViewLine[] }[]>((found, line, index) => {
    const last = found.at(-1)
    if (last?.name === line.stage) last.lines.push(line)
    else found.push({ name: line.stage, first: index, lines: [line] })
    return found
  }, [])
  return stages.map(({ name, first, lines: inStage }) => (
    <section key={name}>
      <h3 className="sticky top-0 border-b bg-surface px-2 py-1.5 text-[0.82rem] font-semibold text-ink-soft">
        {name === 'NewPlugin' ? 'NewPlugin, once, when the worker starts' : name}
      </h3>
      <ol start={first + 1}>
        {inStage.map((line, offset) => {
          const index = first + offset
          return (
            <li key={index} data-step={index} aria-current={index === current ? 'step' : undefined}>
              <button
                type="button"
                tabIndex={-1}
                onClick={() => choose(index)}
                className={classNames(
                  'block w-full border-l-4 border-transparent px-2 py-1 text-left text-[0.82rem]',
                  index === current ? 'border-accent bg-accent-soft' : 'hover:bg-sunken',
                )}
              >
                <Line line={line} />
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  ))
}

function Line({ line: { from, to, kind, label, who, place, outcome, tone } }: { line: ViewLine }) {
  const look = tone === 'plain' ? undefined : toneLooks[tone]
  return (
    <>
      <span className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-mono font-medium">{label}</span>
        <span className="text-ink-soft">
          {from === to ? from : `${from} ${kind === 'answer' ? 'answers' : '→'} ${to}`}
        </span>
      </span>
      <span className="block text-ink-soft">
        {who}
        {place !== '' && (
          <>
            , for <span className="font-mono">payload{place}</span>
          </>
        )}
      </span>
      {look !== undefined && (
        <span className={classNames('flex items-start gap-1', look.ink)}>
          <look.icon aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span className="min-w-0">
            <InlineCode text={outcome} />
          </span>
        </span>
      )}
    </>
  )
}
