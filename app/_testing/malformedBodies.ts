/** Names of the fields of all forms, and some that no form has. */
const fields = [
  ...[
    'document',
    'revision',
    'config',
    'fileName',
    'engine',
    'worker',
    'provisionerId',
    'workerType',
    'example',
    'token',
  ],
  ...[
    'clientId',
    'accessToken',
    'certificate',
    'rootUrl',
    'scopes',
    'expires',
    'description',
    'tasks',
    'fails',
    'text',
  ],
  ...[
    'message',
    'basedOn',
    'typedName',
    'withPool',
    'poolSeen',
    'provider',
    'reason:x',
    '__proto__',
    'constructor',
    '',
  ],
]
/** What the encoding of arguments has for what JSON has not, right and wrong. */
const marks = [
  ...[
    '$undefined',
    '$NaN',
    '$Infinity',
    '$-0',
    '$n123',
    `$n${'9'.repeat(400)}`,
    '$nx',
    '$D2026-01-01',
    '$Dx',
    '$$x',
    '$',
  ],
  ...[
    '$K1',
    '$K9',
    '$K',
    '$Q1',
    '$W1',
    '$B1',
    '$F1',
    '$F9',
    '$h1',
    '$T',
    '$T1',
    '$@1',
    '$@0',
    '$L1',
    '$R1',
    '$r1',
    '$X1',
    '$x1',
    '$A1',
    '$i1',
  ],
  ...[
    '$0',
    '$1',
    '$9',
    '$1:__proto__:x',
    '$1:constructor:constructor',
    '$0:0:0',
    '$1:then',
    '$ffffffff',
    '$-1',
    '$C',
    '$M1',
    '$G1',
    '$O1',
    '$V1',
  ],
]
/** Makes values, and bodies of server actions, that no page sends; `text` and `known` give texts for them. */
export function malformedBodies(random: () => number, text: () => string, known: () => string) {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const some = (most: number) => Math.floor(random() * (most + 1))
  const list = <T>(most: number, make: () => T) => Array.from({ length: some(most) }, make)
  const number = () => pick([0, -1, 1, 2, 1e308, 2 ** 31, 2 ** 53, 0.5, -0])

  const value = (depth = 0): unknown => {
    const roll = random()
    if (roll < 0.3) return pick(marks)
    if (roll < 0.5) return text()
    if (roll < 0.65 || depth > 4) return pick<unknown>([null, true, false, number()])
    if (roll < 0.8) return list(4, () => value(depth + 1))
    return Object.fromEntries(list(4, () => [random() < 0.5 ? pick(fields) : text(), value(depth + 1)]))
  }
  const json = (content: unknown) => {
    // a key that JSON carries and an object literal would not
    const written = (JSON.stringify(content) ?? 'null').replaceAll('"constructor":', () =>
      pick(['"__proto__":', '"constructor":']),
    )
    return random() < 0.15 ? written.slice(0, some(written.length)) : written
  }
  const deep = () => `${pick(['[', '{"a":'])}`.repeat(some(20_000))

  const part = (boundary: string, name: string, content: string) => {
    const file = random() < 0.2 ? `; filename="${pick(['a', '', 'blob'])}"` : ''
    const type = random() < 0.1 ? `content-type: ${pick(['text/plain', 'x', 'application/octet-stream'])}\r\n` : ''
    return `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n${type}\r\n${content}\r\n`
  }
  /** A form behind arguments that are as they should be, or not quite; its fields missing, doubled, oversized. */
  const multipart = (boundary: string) => {
    const before = pick<unknown[]>([[], [known()], [known(), number()], [{ clientId: '', problems: [] }], [value()]])
    const args = random() < 0.7 ? json([...before, '$K1']) : pick([json(value()), deep(), ''])
    const long = random() < 0.01
    const filled = list(8, () =>
      part(boundary, `1_${pick(fields)}`, long ? text().repeat(5000).slice(0, 2_000_000) : text()),
    )
    const chunks = list(3, () =>
      part(
        boundary,
        pick(['0', '1', '2', '1_', '_1', 'x', '$ACTION_ID_x', '$ACTION_REF_1', '$ACTION_1:0']),
        json(value()),
      ),
    )
    const sent = [part(boundary, '0', args), ...filled, ...chunks]
    if (random() < 0.2) sent.reverse()
    return `${sent.join('')}${random() < 0.9 ? `--${boundary}--\r\n` : ''}`
  }
  return { json, value, deep, multipart }
}
