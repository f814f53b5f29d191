'use client'

import { classNames } from '@/app/_ui/components/classNames'
import type { TraceView, ViewLine } from './traceView'

/** A trace as a sequence diagram. It is a picture of the list beside it, so that nobody has to hear it. */
export function SequenceDiagram({
  view,
  layout,
  current,
  choose,
}: {
  view: TraceView
  layout: DiagramLayout
  current: number
  choose: (index: number) => void
}) {
  const { participants } = view
  const { width, height, rows, stages } = layout
  const middle = (name: Participant) => margin + column * (participants.indexOf(name) + 0.5)
  return (
    <div style={{ width }} aria-hidden>
      <div className="sticky top-0 z-1 flex border-b bg-surface" style={{ paddingInline: margin }}>
        {participants.map((name) => (
          <div
            key={name}
            style={{ width: column }}
            className="py-1.5 text-center text-[0.78rem] font-semibold whitespace-nowrap"
          >
            {name}
          </div>
        ))}
      </div>
      <div className="relative">
        {stages.map(({ name, top }) => (
          <div key={name} className="pointer-events-none absolute inset-x-0" style={{ top: top + 4 }}>
            <span className="sticky left-4 text-[0.8rem] font-semibold text-ink-soft">{name}</span>
          </div>
        ))}
        <svg aria-hidden width={width} height={height} className="block font-mono text-[11px]">
          {participants.map((name) => (
            <line
              key={name}
              x1={middle(name)}
              x2={middle(name)}
              y1={0}
              y2={height}
              className="stroke-line"
              strokeDasharray="3 4"
            />
          ))}
          {stages.map(({ name, top }) => (
            <rect key={name} x={0} y={top + 3} width={width} height={band - 6} className="fill-sunken" />
          ))}
          {rows.map(({ line, top }, index) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the list beside it does the same for the keyboard
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one trace never move
            <g key={index} onClick={() => choose(index)} className="cursor-pointer">
              <rect
                x={0}
                y={top}
                width={width}
                height={row}
                className={index === current ? 'fill-accent-soft' : 'fill-transparent'}
              />
              {index === current && <path d={`M 4 ${top + row / 2 - 6} l 9 6 l -9 6 z`} className="fill-accent" />}
              <Arrow
                line={line}
                from={middle(line.from)}
                to={middle(line.to)}
                y={top + 26}
                strong={index === current}
              />
            </g>
          ))}
        </svg>
      </div>
    </div>
  )
}

type Participant = ViewLine['from']

const column = 107
const row = 38
const band = 28
const margin = 16
/** of the label's letters, in pixels */
const letter = 6.7

interface Placed {
  line: ViewLine
  top: number
}

/** Where everything of a diagram is, in pixels. */
export interface DiagramLayout {
  width: number
  height: number
  rows: Placed[]
  stages: { name: string; top: number }[]
}

/** Lays a trace out: one row for each line, and a band before each stage. */
export function layOut({ lines, participants }: Pick<TraceView, 'lines' | 'participants'>): DiagramLayout {
  const rows: Placed[] = []
  const stages: DiagramLayout['stages'] = []
  let top = 0
  for (const line of lines) {
    if (stages.at(-1)?.name !== line.stage) {
      stages.push({ name: line.stage, top })
      top += band
    }
    rows.push({ line, top })
    top += row
  }
  return { width: participants.length * column + 2 * margin, height: top + 12, rows, stages }
}

const inks = {
  plain: 'stroke-ink-soft fill-ink-soft',
  good: 'stroke-good fill-good',
  lost: 'stroke-warn fill-warn',
  bad: 'stroke-bad fill-bad',
}

function Arrow({
  line,
  from,
  to,
  y,
  strong,
}: {
  line: ViewLine
  from: number
  to: number
  y: number
  strong: boolean
}) {
  const { kind, tone, label } = line
  const self = from === to
  const way = to > from ? 1 : -1
  const end = to - way * 1
  const room = self ? column * 2.6 : Math.max(Math.abs(to - from) + column * 0.8, column * 1.8)
  const most = Math.floor(room / letter)
  const short = label.length > most ? `${label.slice(0, most - 1)}…` : label
  const dashed = kind === 'answer' || tone === 'lost' ? '5 4' : undefined
  return (
    <>
      <g className={inks[tone]} strokeWidth={strong ? 2.25 : 1.5}>
        {self ? (
          <path d={`M ${from} ${y - 10} h 26 v 12 h -24`} fill="none" strokeDasharray={dashed} />
        ) : (
          <line x1={from} x2={end} y1={y} y2={y} strokeDasharray={dashed} />
        )}
        <Tip x={self ? from + 1 : end} y={self ? y + 2 : y} way={self ? -1 : way} tone={tone} />
      </g>
      <text
        x={self ? from + 34 : (from + to) / 2}
        y={y - 7}
        textAnchor={self ? 'start' : 'middle'}
        className={classNames(
          'fill-ink [paint-order:stroke]',
          strong ? 'stroke-accent-soft font-semibold' : 'stroke-surface',
        )}
        strokeWidth={4}
      >
        {short}
      </text>
    </>
  )
}

/** An arrow's head; a cross where the task ends, a ring where it goes without. */
function Tip({ x, y, way, tone }: { x: number; y: number; way: number; tone: ViewLine['tone'] }) {
  if (tone === 'bad') return <path d={`M ${x - way * 14} ${y - 5} l 10 10 m 0 -10 l -10 10`} fill="none" />
  if (tone === 'lost') return <circle cx={x - way * 5} cy={y} r={4} className="fill-surface" />
  return <path d={`M ${x} ${y} l ${-way * 8} -4 v 8 z`} stroke="none" />
}
