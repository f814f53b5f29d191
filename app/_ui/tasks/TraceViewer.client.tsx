'use client'

import { ChevronLeft, ChevronRight, CircleAlert } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '@/app/_ui/components/Button'
import { ScrollBox } from '@/app/_ui/components/Table'
import { EventList } from './EventList.client'
import { layOut, SequenceDiagram } from './SequenceDiagram.client'
import type { TraceView, ViewLine } from './traceView'

/** A trace as a list and as a diagram beside it, with one step marked in both. Arrow keys, Home and End step through in either. */
export function TraceViewer({ view }: { view: TraceView }) {
  const { lines, allLines } = view
  const [current, setCurrent] = useState(0)
  const root = useRef<HTMLDivElement>(null)
  const layout = useMemo(() => layOut(view), [view])
  const last = lines.length - 1
  const failure = lines.findIndex(({ tone }) => tone === 'bad')
  const choose = (index: number) => setCurrent(Math.min(Math.max(index, 0), last))

  useEffect(() => {
    const [list, diagram] = root.current?.querySelectorAll<HTMLElement>('[role=group]') ?? []
    const item = list?.querySelector<HTMLElement>(`[data-step="${current}"]`)
    if (list && item) centre(list, item.offsetTop, item.offsetHeight)
    const top = layout.rows[current]?.top ?? 0
    if (diagram) {
      centre(diagram, top, 40)
      showAcross(diagram, view, lines[current])
    }
  }, [current, layout, view, lines])

  const step = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const to = targetOf(event.key, current, last)
    if (to === undefined) return
    event.preventDefault()
    choose(to)
  }
  const line = lines[current]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys work wherever the focus is in it
    <div ref={root} onKeyDown={step} className="space-y-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button size="sm" aria-label="Previous step" disabled={current === 0} onClick={() => choose(current - 1)}>
          <ChevronLeft aria-hidden />
        </Button>
        <Button size="sm" aria-label="Next step" disabled={current === last} onClick={() => choose(current + 1)}>
          <ChevronRight aria-hidden />
        </Button>
        {failure >= 0 && (
          <Button size="sm" onClick={() => choose(failure)}>
            <CircleAlert aria-hidden />
            Go to the failure
          </Button>
        )}
        <p className="text-[0.82rem] text-ink-soft">Arrow keys, Home and End step through.</p>
      </div>
      {line !== undefined && (
        <p role="status" className="min-h-11 text-sm">
          <span className="font-medium">
            Step {current + 1} of {lines.length}
          </span>
          , {line.stage}: {inWords(line)}
        </p>
      )}
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <ScrollBox label="Events" className="relative h-[32rem] rounded-md border max-lg:h-80">
          <EventList lines={lines} current={current} choose={choose} />
        </ScrollBox>
        <ScrollBox label="Sequence diagram" className="relative h-[32rem] rounded-md border max-lg:h-96">
          <SequenceDiagram view={view} layout={layout} current={current} choose={choose} />
        </ScrollBox>
      </div>
      {allLines > lines.length && (
        <p className="text-sm text-ink-soft">
          The first {lines.length} of {allLines} steps are shown. The files have all of them.
        </p>
      )}
    </div>
  )
}

function targetOf(key: string, current: number, last: number): number | undefined {
  if (key === 'ArrowDown' || key === 'ArrowRight') return current + 1
  if (key === 'ArrowUp' || key === 'ArrowLeft') return current - 1
  if (key === 'PageDown') return current + 10
  if (key === 'PageUp') return current - 10
  if (key === 'Home') return 0
  return key === 'End' ? last : undefined
}

function inWords({ from, to, kind, label, who, place, outcome }: ViewLine): string {
  const way = from === to ? from : kind === 'answer' ? `${from} answers ${to} with` : `${from} calls ${to}:`
  const asked = place === '' ? '' : ` for payload${place}`
  return `${way} ${label} (${who})${asked}${outcome === '' ? '' : `: ${outcome}`}`
}

/** Scrolls within a box, and leaves the page where it is. */
function centre(box: HTMLElement, top: number, height: number) {
  if (top < box.scrollTop + 40 || top + height > box.scrollTop + box.clientHeight - 40) {
    box.scrollTop = top - box.clientHeight / 2 + height / 2
  }
}

function showAcross(box: HTMLElement, { participants }: TraceView, line: ViewLine | undefined) {
  if (line === undefined) return
  const share = box.scrollWidth / participants.length
  const [left = 0, right = 0] = [line.from, line.to].map((name) => participants.indexOf(name)).sort((a, b) => a - b)
  if (left * share < box.scrollLeft || (right + 1) * share > box.scrollLeft + box.clientWidth) {
    box.scrollLeft = ((left + right + 1) / 2) * share - box.clientWidth / 2
  }
}
