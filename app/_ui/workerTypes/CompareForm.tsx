import { GitCompareArrows } from 'lucide-react'
import { Button } from '@/app/_ui/components/Button'
import { inputStyle } from '@/app/_ui/forms/FormField'
import { workerTypeHref } from '@/app/_ui/page/addresses'
import type { Version } from '@/lib/registry/versions/version'

/** Chooses two versions to compare; works without a script. */
export function CompareForm({ versions, from, to }: { versions: Version[]; from?: number; to?: number }) {
  const [newest, older] = versions
  if (newest === undefined) return null
  return (
    <form
      action={`${workerTypeHref(newest.taskQueueId)}/compare`}
      className="flex flex-wrap items-end gap-x-3 gap-y-2 text-sm"
    >
      <VersionChoice
        name="from"
        label="Compare version"
        versions={versions}
        chosen={from ?? (older ?? newest).number}
      />
      <VersionChoice name="to" label="with version" versions={versions} chosen={to ?? newest.number} />
      <Button type="submit">
        <GitCompareArrows aria-hidden />
        Compare
      </Button>
    </form>
  )
}

function VersionChoice({
  name,
  label,
  versions,
  chosen,
}: {
  name: string
  label: string
  versions: Version[]
  chosen: number
}) {
  return (
    <div>
      <label htmlFor={`compare-${name}`} className="mb-1 block font-medium">
        {label}
      </label>
      <select id={`compare-${name}`} name={name} defaultValue={chosen} className={inputStyle}>
        {versions.map(({ number, author, createdAt }) => (
          <option key={number} value={number}>
            {number}: {author}, {createdAt.toISOString().slice(0, 10)}
          </option>
        ))}
      </select>
    </div>
  )
}
