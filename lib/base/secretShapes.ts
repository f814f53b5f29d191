/** What stands where a secret stood. */
export const redacted = '[redacted]'

/** Parts of names that say that a value is a secret by itself, as in accessToken, TASKCLUSTER_ACCESS_TOKEN or db_password. */
const strong = [
  ...['access[_-]?token', 'auth[_-]?token', 'refresh[_-]?token', 'id[_-]?token', 'sign[_-]?in[_-]?token'],
  ...['client[_-]?secret', 'static[_-]?secret', 'shared[_-]?secret', 'pass(?:word|wd|phrase)', 'api[_-]?key'],
  ...['private[_-]?key', 'secret[_-]?(?:access[_-]?)?key', 'seal[_-]?key', 'session[_-]?key'],
]
/** Names that also stand in sentences and schemas, where something else follows. */
const weak = ['secret', 'token', 'certificate', 'credential']

/** Members whose text is a secret, whatever it looks like. `$secret` is the name of one. */
export function isSecretName(name: string): boolean {
  return secretName.test(name) && !name.startsWith('$')
}

const secretName =
  /token|secret|passw(?:or)?d|passphrase|credential|certificate|authorization|cookie|bewit|^(?:mac|seed|signature)$|(?:api|private|seal|session)[-_]?key/i

/** Text in quotes, up to the same quotes with the same escapes before them. */
const quoted = String.raw`(\\*)(["'])(?:(?!(?<!\\)\2\3)[^\n])+`
/** Text without quotes that is no reference, no placeholder and no list. */
const bareStart = String.raw`(?!(?:null|true|false|undefined|none)\b)[^\s"'\\,;&{}()[\]<>$|*]`
const bareRest = String.raw`[^\s"',;&}\]\\]`
const bare = `${bareStart}${bareRest}*`
/** One that is no word of a sentence: it has a digit, or is in one piece with an underscore, a plus, a slash or a capital inside, which shows soon. */
const random = String.raw`(?=[^\s"',;&}\]]{6})(?=[^\s"',;&}\]]{0,64}?(?:\d|[a-z][A-Z]|[_+/~!#%^=]))${bare}`
/** One that ends its line, or its member, as values do in YAML and JSON; or that is longer than any word. */
const last = String.raw`${bareStart}(?:${bareRest}{300,}|${bareRest}{0,299}(?<![.:!?…])(?=[^\S\n]*(?:$|\n|[,;}\]]|\s#)))`
/** Text of several lines, as in YAML. */
const block = String.raw`[|>][-+\d]*[^\S\n]*\n\s*[^\n]+`

/** Where the name begins: not within a word, and not where the name of a scope goes on. */
const nameBefore = String.raw`(?<![\w$:/.-]|[\w-]\.)(?:[\w-]|\w\.)*?`
/** Names in any case, for a shape that tells cases apart. */
const inAnyCase = (name: string) => name.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)
const named = (names: string[]) => String.raw`(${nameBefore}(?:${names.join('|')})(?:_?\d+)?\\*["']?\s*`

const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g

/**
 * What is a secret wherever it stands. Those that look far ahead do so once in a word: from its beginning, or from the first `eyJ` in it; where that one
 * begins no secret, none behind it does.
 */
const telling: readonly RegExp[] = [
  privateKey,
  /\beyJ(?<=(?<![\w-])(?:(?!\beyJ)[\w-])*eyJ)[\w-]{10,}(?:$|\.[\w-]{10,}(?:$|\.[\w-]*))/g,
  /\b(?:gh[pousr]_|github_pat_|glpat-|xox[abeprs]-)[\w-]{12,}/g,
  // longer than the id of a task that begins so by chance
  /(?<![\w-])sk-(?=[\w-]*\d)[\w-]{20,}/g,
  /\b(?:AKIA|ASIA)[A-Z0-9]{12,}\b/g,
  /\bFe26\.2\*[\w*.~-]+/g,
  // two slug ids of version 4 in one piece: how Taskcluster makes access tokens; one alone is the id of a task
  /(?<![\w-])(?:[\w-]{8}[Q-T][\w-][CGKOSWaeimquy26-][\w-]{10}[AQgw]){2}(?![\w-])/g,
]

/**
 * Where the secret of each shape stands; `$1` is what is kept of it. In this order: the first ones span lines. Each takes time in proportion to the
 * text, and none needs the end of the secret, since texts are cut.
 */
export const secretShapes: readonly [RegExp, string][] = [
  [privateKey, redacted],
  // headers, to the end of their line
  [
    /(\b(?:proxy-)?authorization\\*["']?\s*[:=]\s*\\*["']?(?:Hawk|Bearer|Basic|Digest|Token)\b)[^\n]+/gi,
    `$1 ${redacted}`,
  ],
  [/(\bHawk\s)(?=\s*\w+=)[^\n]*/gi, `$1${redacted}`],
  [/(\b(?:set-)?cookie\\*["']?\s*[:=]\s*)(?=[^\n]{0,100}?=)[^\n]+/gi, `$1${redacted}`],
  [/(\b(?:mac|bewit|seed|signature)\\*["']?\s*[:=]\s*\\*["'])[\w+/=~-]{16,}/g, `$1${redacted}`],
  [/(\bBearer\s+)(?=\S*\d)[\w.~+/=-]{8,}/gi, `$1${redacted}`],
  [/(\b[Bb]asic\s+)(?=\S*[\dA-Z=])(?=\S{8})[A-Za-z0-9+/]+={0,2}/g, `$1${redacted}`],
  // addresses, and those that were cut in their password
  [/(\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@"']*:)[^\s/?#"']*@/gi, `$1${redacted}@`],
  [/(\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@"']*:)[^\s/?#"']{100,}$/gi, `$1${redacted}`],
  [
    /((?:[?&#;]|%3F|%26)(?:code|state|[\w-]*token|bewit|client_secret|password|secret|sig|x-amz-signature|x-amz-credential)(?:=|%3D))(?:(?!%26)[^&\s"'<>#\\])+/gi,
    `$1${redacted}`,
  ],
  ...telling.map((shape): [RegExp, string] => [shape, redacted]),
  [/(\bwtd-(?:session|login)(?:-\d{1,5})?=)[^;\s"'\\]+/g, `$1${redacted}`],
  // what stands behind a name
  [new RegExp(`${named(strong)}(?:[:=]|=>|%3D)\\s*)${quoted}`, 'gi'), `$1$2$3${redacted}`],
  [new RegExp(`${named(weak)}(?:[:=]|=>|%3D)\\s*)${quoted}`, 'gi'), `$1$2$3${redacted}`],
  [new RegExp(`${named(strong)}(?:[:=])\\s*)(?:${block})`, 'gi'), `$1${redacted}`],
  [new RegExp(`${named(strong)}(?:=|=>|%3D))${bare}`, 'gi'), `$1${redacted}`],
  [new RegExp(`${named([...strong, ...weak])}(?:=|=>|%3D)\\s*)${random}`, 'gi'), `$1${redacted}`],
  // behind a colon may stand a sentence, whose words are no values: capitals count
  [new RegExp(`${named([...strong, ...weak].map(inAnyCase))}:\\s*)${random}`, 'g'), `$1${redacted}`],
  [new RegExp(`${named(strong)}:[^\\S\\n]*)${last}`, 'gi'), `$1${redacted}`],
  [
    /(\b[A-Z][A-Z0-9_]*_(?:TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIALS?|KEY)(?:_\d+)?=)(?![$"'{])[^\s"',;&]+/g,
    `$1${redacted}`,
  ],
]

const passwordInAddress = /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@"']*:(?![${<])[^\s/?#"'@]+@/gi

/** Where a text has something that is a secret whatever it is for: the offsets of its beginnings. */
export function secretOffsets(text: string): number[] {
  return [...telling, passwordInAddress]
    .flatMap((shape) => [...text.matchAll(shape)].map(({ index }) => index))
    .sort((a, b) => a - b)
}

/** Where a text has a name of a secret with something behind it that is no reference. */
export function namedSecretOffsets(text: string): number[] {
  const shapes = [
    new RegExp(`${named(strong)}(?:[:=])\\s*)${quoted}`, 'gi'),
    new RegExp(`${named(strong)}:[^\\S\\n]*)${last}`, 'gi'),
  ]
  return shapes.flatMap((shape) => [...text.matchAll(shape)].map(({ index }) => index)).sort((a, b) => a - b)
}

const strongName = new RegExp(`^[\\w.-]*(?:${strong.join('|')})(?:_?\\d+)?$`, 'i')

/** Whether a member with this name and text holds a secret, as far as one can tell without a schema. The path of a file is none. */
export function isSecretMember(name: string, text: string): boolean {
  if (secretOffsets(text).length > 0) return true
  return strongName.test(name) && text !== '' && !/^(?:[./~]|[A-Z]:\\|\$\{)/i.test(text)
}
