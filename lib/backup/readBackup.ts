import { createHash } from 'node:crypto'
import { equalJson, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { jsonShape } from '@/lib/queue/api/jsonShape'
import type { Migrations } from '@/lib/registry/store/migrations'
import { BackupRefused, refused } from './backupRefused'
import type { WarningList } from './backupSummary'
import { backupTables } from './backupTables'
import { deepestLine, longestLine, trailerSchema } from './format'
import type { RowCheck } from './rowCheck'
import { decodeRow } from './rowCodec'
import { checkHeader } from './storeState'
import type { BackupTable, Row } from './tables/backupTable'

/** What a backup is read with. */
interface ReadingPlace {
  chunks: AsyncIterable<Uint8Array>
  migrations: Migrations
  check: RowCheck
  warnings: WarningList
}

/** A row of a backup with the length of its line; the last thing read says what the last line has confirmed. */
type BackupPart =
  | { row: Row; table: BackupTable; size: number }
  | { end: { rows: Record<string, number>; sha256: string } }

const damaged = 'The file was cut or changed: take another copy of it.'

/**
 * The rows of a backup, checked one by one: each line is exactly what an export would write, in the order in which it would. What was read
 * counts only when the end has come: then the last line has confirmed all of it. Throws `BackupRefused` with the line.
 */
export async function* readBackup({ chunks, migrations, check, warnings }: ReadingPlace): AsyncGenerator<BackupPart> {
  const hash = createHash('sha256')
  const rows = Object.fromEntries(backupTables.map(({ name }) => [name, 0]))
  let place = 0
  let end: { sha256: string } | undefined
  for await (const line of splitLines(chunks, longestLine)) {
    if (end !== undefined) throw at(line, 'something follows the last line of the backup')
    if (line.number === 1) {
      const header = checkHeader(readJson(line), migrations)
      if (!line.bytes.equals(Buffer.from(JSON.stringify(header))))
        throw at(line, 'the first line is not as it should be')
      hash.update(line.bytes).update('\n')
      continue
    }
    const json = readJson(line)
    if (Object.hasOwn(json, 'end')) {
      end = checkEnd(line, json, rows, hash.digest('hex'))
      continue
    }
    hash.update(line.bytes).update('\n')
    const index = backupTables.findIndex(({ name }) => name === json.table)
    const table = backupTables[index]
    if (table === undefined) throw at(line, `there is no table ${JSON.stringify(json.table ?? null).slice(0, 100)}`)
    if (index < place) throw at(line, `rows of ${table.name} are not expected any more`)
    place = index
    rows[table.name] = (rows[table.name] ?? 0) + 1
    yield { table, row: readRow(line, json, table, check, warnings), size: line.bytes.length }
  }
  if (end === undefined) throw refused('backup-cut', 'the file ends before the backup does', { help: damaged })
  yield { end: { rows, sha256: end.sha256 } }
}

function readRow(line: Line, json: JsonObject, table: BackupTable, check: RowCheck, warnings: WarningList): Row {
  const row = json.row
  if (!isJsonObject(row)) throw at(line, 'the line has no row')
  const located = (problems: Problem[]) => problems.map((problem) => ({ ...problem, line: line.number }))
  const decoded = decodeRow(table, row)
  if (!decoded.ok) throw new BackupRefused(located(decoded.problems))
  const ordered = Object.fromEntries(Object.keys(table.columns).map((column) => [column, row[column]]))
  // the same text: no member twice, none too many, no other spelling of a number
  if (!line.bytes.equals(Buffer.from(JSON.stringify({ table: table.name, row: ordered })))) {
    throw at(line, `the line is not written as an export writes it`)
  }
  const problems = located(check(table, decoded.value))
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new BackupRefused(errors)
  warnings.add(problems)
  return decoded.value
}

function checkEnd(line: Line, json: JsonObject, rows: Record<string, number>, sha256: string): { sha256: string } {
  const parsed = trailerSchema.safeParse(json)
  if (!parsed.success || !line.ended) throw at(line, 'the last line is not as it should be')
  const { end } = parsed.data
  if (end.sha256 !== sha256)
    throw at(line, 'the lines before are not those that were written: the SHA-256 differs', 'backup-changed')
  if (equalJson(end.rows, rows) && line.bytes.equals(Buffer.from(JSON.stringify({ end: { rows, sha256 } })))) return end
  throw at(line, 'the number of rows is another one than the last line says', 'backup-changed')
}

function readJson(line: Line): JsonObject {
  const text = utf8(line)
  if (jsonShape(text).depth > deepestLine) throw at(line, `the line nests deeper than ${deepestLine} levels`)
  const json = parse(text)
  if (isJsonObject(json)) return json
  if (line.number === 1) throw refused('backup-not-one', 'this is no backup of this product', { line: 1 })
  throw at(line, line.ended ? 'the line is no JSON object' : 'the file ends in the middle of a line')
}

function utf8(line: Line): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line.bytes)
  } catch {
    throw at(line, 'the line is no UTF-8 text')
  }
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function at(line: Line, message: string, code = 'backup-line-invalid'): BackupRefused {
  return refused(code, message, { line: line.number, help: damaged })
}

/** One line of a file, without the character at its end. */
interface Line {
  bytes: Buffer
  /** counted from 1 */
  number: number
  /** false for the last one of a file that ends without a line feed */
  ended: boolean
}

/** Cuts a stream of bytes into lines. Refuses a line of more than `longest` bytes before more of it is kept. */
async function* splitLines(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Line> {
  let parts: Buffer[] = []
  let length = 0
  let number = 1
  const keep = (part: Buffer) => {
    length += part.length
    if (length > longest) {
      const message = `the line has more than ${longest / 1024 / 1024} MB`
      throw refused('backup-line-too-long', message, { line: number })
    }
    parts.push(part)
  }
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    let start = 0
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
      keep(bytes.subarray(start, end))
      yield { bytes: Buffer.concat(parts), number, ended: true }
      number++
      parts = []
      length = 0
      start = end + 1
    }
    if (start < bytes.length) keep(bytes.subarray(start))
  }
  if (length > 0) yield { bytes: Buffer.concat(parts), number, ended: false }
}
