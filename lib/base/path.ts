/** Appends a member to a place in dotted notation: `('a.b', 'c')` is `a.b.c`, `('a', 0)` is `a[0]`. */
export function appendPath(path: string, segment: string | number): string {
  if (typeof segment === 'number') return `${path}[${segment}]`
  const plain = /^[A-Za-z0-9_$@/:-]+$/.test(segment) ? segment : JSON.stringify(segment)
  return path === '' ? plain : `${path}.${plain}`
}

/** A place in dotted notation as keys and indexes: the way back from `appendPath`. */
export function pathSegments(path: string): (string | number)[] {
  const segments: (string | number)[] = []
  for (const match of path.matchAll(/\[(\d+)\]|"((?:[^"\\]|\\.)*)("?)|([^.[\]"]+)/g)) {
    if (match[1] !== undefined) segments.push(Number(match[1]))
    else if (match[3] === '"') segments.push(String(JSON.parse(`"${match[2]}"`)))
    else segments.push(match[2] ?? match[4] ?? '')
  }
  return segments
}

/** A JSON pointer (`/a/0/b~1c`) as its unescaped segments. */
export function pointerSegments(pointer: string): string[] {
  if (pointer === '') return []
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** Escapes one segment of a JSON pointer. */
export function escapePointer(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1')
}
