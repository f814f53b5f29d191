import type { IncomingMessage } from 'node:http'

/** What the arguments of an action may come to, in bytes: ids, flags and the state of a small form. */
const mostArguments = 64 * 1024
/** Fields of a form: a reason for each of the changes that a review shows, and some more. */
const mostFields = 2000
/** Bytes of what is before the value of a field: its name, and what kind of file it is. */
const longestHead = 2000

const lineEnd = Buffer.from('\r\n')
const headEnd = Buffer.from('\r\n\r\n')
const head =
  /^content-disposition: form-data; name="([^"\r\n]*)"(?:; filename="[^"\r\n]*")?(?:\r\ncontent-type: [^\r\n]*)?$/i

/** Looks at the parts of a body as they come; false once it is none that a page of this server sends. */
export type BodyWatch = (part: Uint8Array) => boolean

/**
 * Watches the body of an action, which the framework decodes before anything of ours runs: references that refer to each other, deep nests and forms with
 * a hundred thousand fields keep it busy for seconds. Undefined for other requests. Nothing is read ahead, and nothing but the end of a part is kept.
 */
export function watchActionBody({ headers }: IncomingMessage): BodyWatch | undefined {
  if (headers['next-action'] === undefined) return undefined
  const boundary = /^multipart\/form-data; *boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))$/i.exec(
    headers['content-type'] ?? '',
  )
  return boundary === null ? watchArguments() : watchFields(boundary[1] ?? boundary[2] ?? '')
}

function watchArguments(): BodyWatch {
  let bytes = 0
  return (part) => {
    bytes += part.length
    return bytes <= mostArguments
  }
}

/** Fields whose names are numbers are arguments, written as JSON with references; the others are texts and files. */
function watchFields(boundary: string): BodyWatch {
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  // a body may begin with its first delimiter
  let kept: Buffer = lineEnd
  let within: 'value' | 'head' = 'value'
  // before the first field nothing is sent
  let isArgument = true
  let fields = 0
  let bytes = 0

  const pass = (length: number): boolean => {
    if (isArgument) bytes += length
    return bytes <= mostArguments
  }

  return (part) => {
    kept = Buffer.concat([kept, part])
    for (;;) {
      if (within === 'value') {
        const at = kept.indexOf(delimiter)
        if (at === -1) {
          // the rest may be the beginning of a delimiter
          const done = Math.max(0, kept.length - delimiter.length)
          kept = kept.subarray(done)
          return pass(done)
        }
        if (!pass(at) || ++fields > mostFields) return false
        kept = kept.subarray(at + delimiter.length)
        within = 'head'
        isArgument = false
      }
      if (kept.length >= 2 && kept[0] === 0x2d && kept[1] === 0x2d) {
        // the end; what comes after it counts for nothing, and is no more than that
        isArgument = true
        within = 'value'
        continue
      }
      const end = kept.indexOf(headEnd)
      if (end === -1) return kept.length <= longestHead
      const name = kept.subarray(0, 2).equals(lineEnd) ? head.exec(kept.toString('latin1', 2, end))?.[1] : undefined
      if (name === undefined) return false
      isArgument = /^\d+$/.test(name)
      kept = kept.subarray(end + headEnd.length)
      // an empty value is followed by its delimiter at once
      within = 'value'
    }
  }
}
