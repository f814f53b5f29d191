import { Check } from 'lucide-react'
import { countWords } from '@/app/_ui/components/Problems'
import { severityLooks, Tag } from '@/app/_ui/components/Tag'
import type { Problem, Severity } from '@/lib/base/problem'

const severities: Severity[] = ['error', 'warning', 'notice']

/** How a design stands, in one line. */
export function Summary({ problems, restrictions }: { problems: Problem[]; restrictions: number | undefined }) {
  const counts = severities.map((severity) => ({
    severity,
    count: problems.filter((problem) => problem.severity === severity).length,
  }))
  return (
    <p className="flex flex-wrap items-center gap-2">
      {counts[0]?.count === 0 && (
        <Tag tone="good" icon={Check}>
          can be registered
        </Tag>
      )}
      {counts
        .filter(({ count }) => count > 0)
        .map(({ severity, count }) => {
          const { icon, tone } = severityLooks[severity]
          return (
            <Tag key={severity} tone={tone} icon={icon}>
              {countWords(count, severity)}
            </Tag>
          )
        })}
      {restrictions !== undefined && <Tag>{countWords(restrictions, 'restriction')}</Tag>}
    </p>
  )
}
