import { z } from 'zod'
import { appAddress, askApp, silent } from '@/lib/cli/input/askApp'
import { CliExit, type Output, printable, textTable } from '@/lib/cli/output/output'
import { auditSentence } from '@/lib/registry/audit/auditView'
import { jsonObjectSchema } from '@/lib/registry/store/storedValues'

interface Options {
  server?: string
  format?: string
  who?: string
  action?: string
  entity?: string
  since?: string
  until?: string
}

const rowSchema = z.object({
  at: z.string(),
  who: z.string(),
  action: z.string(),
  entity: z.string(),
  address: z.string().nullable(),
  detail: jsonObjectSchema,
})

const longestDetail = 400

/** `wtd audit`: what the running app has recorded, newest first, with the credentials of `TASKCLUSTER_*`. */
export async function auditCommand(options: Options, output: Output): Promise<number> {
  const { format = 'text', server: option, ...filter } = options
  for (const name of ['since', 'until'] as const) {
    const day = filter[name]
    if (day !== undefined && !/^\d{4}-\d\d-\d\d$/.test(day)) throw usage(`This is no day: ${day}`)
  }
  const server = appAddress(option)
  const query = new URLSearchParams({ format: format === 'csv' ? 'csv' : 'jsonl' })
  for (const name of ['who', 'action', 'entity', 'since', 'until'] as const) {
    const text = filter[name]
    if (text !== undefined) query.set(name, text)
  }
  const { status, text } = await askApp(server, `/audit/file?${query}`)
  if (status !== 200) throw silent(server, `/audit/file answers ${status}`)
  output.stdout(format === 'text' ? table(text, server) : text)
  return 0
}

function table(text: string, server: string): string {
  const lines = text.split('\n').filter((line) => line !== '')
  if (lines.length === 0) return 'Nothing was recorded that this filter lets through.\n'
  const rows = lines.map((line) => {
    const row = rowSchema.safeParse(parse(line))
    if (!row.success) throw silent(server, 'what is at /audit/file is no answer of this product')
    const { at, who, action, entity, address, detail } = row.data
    return [at.slice(0, 19).replace('T', ' '), who, action, entity, address ?? '-', cut(auditSentence(detail))]
  })
  return `${textTable([['when', 'who', 'action', 'what', 'from', 'details'], ...rows])
    .map(printable)
    .join('\n')}\n`
}

/** All of it is in the other formats. */
function cut(text: string): string {
  return text.length > longestDetail ? `${text.slice(0, longestDetail)} …` : text
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function usage(message: string): CliExit {
  return new CliExit(2, [{ code: 'usage', severity: 'error', message, path: '', help: 'Write days as 2026-11-24.' }])
}
