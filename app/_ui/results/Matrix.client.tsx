'use client'

import { useId, useState } from 'react'
import { InlineCode } from '@/app/_ui/components/Code'
import { EmptyState } from '@/app/_ui/components/Message'
import { Table } from '@/app/_ui/components/Table'
import { Tag, verdictLooks } from '@/app/_ui/components/Tag'
import { inputStyle } from '@/app/_ui/forms/FormField'
import type { MatrixCell, SupportMatrix } from '@/lib/compose/composition'

/** Every task feature against every engine, with the reason behind each answer that is not a plain yes. */
export function Matrix({ matrix, engine }: { matrix: SupportMatrix; engine?: string }) {
  const id = useId()
  const [words, setWords] = useState('')
  const [enabledOnly, setEnabledOnly] = useState(engine !== undefined)
  const [troubleOnly, setTroubleOnly] = useState(false)
  const engines = engine === undefined ? matrix.engines : [engine, ...matrix.engines.filter((name) => name !== engine)]
  const wanted = words.trim().toLowerCase()
  const rows = matrix.rows.filter(
    (row) =>
      (!enabledOnly || row.enabled) &&
      (!troubleOnly ||
        engines
          .slice(0, engine === undefined ? undefined : 1)
          .some((name) => row.cells[name]?.verdict !== 'supported')) &&
      `${row.title} ${row.feature} ${row.component}`.toLowerCase().includes(wanted),
  )
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-end gap-x-5 gap-y-2">
        <div className="w-56">
          <label htmlFor={id} className="mb-1 block text-sm font-medium">
            Filter
          </label>
          <input
            id={id}
            type="search"
            className={inputStyle}
            value={words}
            placeholder="feature or plugin"
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
        {engine !== undefined && (
          <label className="flex min-h-9 items-center gap-2 text-sm">
            <input
              type="checkbox"
              className="size-4 accent-(--accent)"
              checked={enabledOnly}
              onChange={(event) => setEnabledOnly(event.target.checked)}
            />
            Only enabled plugins
          </label>
        )}
        <label className="flex min-h-9 items-center gap-2 text-sm">
          <input
            type="checkbox"
            className="size-4 accent-(--accent)"
            checked={troubleOnly}
            onChange={(event) => setTroubleOnly(event.target.checked)}
          />
          Only what does not work
        </label>
        <p role="status" className="flex min-h-9 items-center text-sm text-ink-soft">
          {rows.length} of {matrix.rows.length} features
        </p>
      </div>
      {rows.length === 0 ? (
        <EmptyState title="No feature matches the filter." />
      ) : (
        <Table
          caption="Task features by engine"
          head={[
            'Feature',
            ...engines.map((name) => (name === engine ? <strong key={name}>{name} (chosen)</strong> : name)),
          ]}
        >
          {rows.map((row) => (
            <tr key={`${row.component} ${row.feature}`}>
              <th scope="row" className="min-w-40">
                {row.title}
                <span className="block text-[0.82rem] font-normal text-ink-soft">
                  {row.component}
                  {!row.enabled && ' (off)'}
                </span>
              </th>
              {engines.map((name) => (
                <td key={name} className={name === engine ? 'min-w-72 bg-accent-soft' : 'min-w-24'}>
                  <Answer cell={row.cells[name]} open={name === engine} />
                </td>
              ))}
            </tr>
          ))}
        </Table>
      )}
      <dl className="flex flex-wrap gap-x-4 gap-y-1 text-[0.82rem] text-ink-soft">
        {Object.entries(verdictLooks).map(([verdict, { word, meaning }]) => (
          <div key={verdict} className="flex gap-1">
            <dt className="font-medium">{word}:</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Answer({ cell, open }: { cell: MatrixCell | undefined; open: boolean }) {
  if (cell === undefined) return <span className="text-ink-soft">–</span>
  const { icon, word, tone } = verdictLooks[cell.verdict]
  const tag = (
    <Tag tone={tone} icon={icon}>
      {word}
    </Tag>
  )
  if (cell.reason === '') return tag
  const reason = (
    <p className="mt-1 max-w-80 text-[0.82rem] text-ink-soft">
      <InlineCode text={cell.reason} />
    </p>
  )
  if (open) {
    return (
      <>
        {tag}
        {reason}
      </>
    )
  }
  return (
    <details>
      <summary className="list-none">
        <span className="underline decoration-dotted underline-offset-4">{tag}</span>
      </summary>
      {reason}
    </details>
  )
}
