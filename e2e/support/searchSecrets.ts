import { gunzipSync, unzipSync } from 'fflate'

/** How somebody who looks at bytes could read a text in them. */
function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret)
  // within longer text, Base64 has three forms; what its ends share with the neighbours is left off
  const base64 = [0, 1, 2].flatMap((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const inner = text.slice(shift === 0 ? 0 : shift + 1, text.length - ((bytes.length + shift) % 3 === 0 ? 0 : 1))
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')]
  })
  const hex = bytes.toString('hex')
  return [
    ...new Set([
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      ...base64,
      hex,
      hex.toUpperCase(),
    ]),
  ]
}

/** The names of the secrets that are in some bytes, as they are or in an encoding, packed or not. */
export function findSecrets(content: Buffer | string, secrets: ReadonlyMap<string, string>): string[] {
  const layers = unpacked(Buffer.from(content)).map((layer) => layer.toString('latin1'))
  return [...secrets].flatMap(([name, secret]) => {
    const forms = spellings(secret).map((form) => Buffer.from(form).toString('latin1'))
    return layers.some((layer) => forms.some((form) => layer.includes(form))) ? [name] : []
  })
}

/** Some bytes, what is packed in them, and what is Base64 of something packed in a text. */
function unpacked(content: Buffer): Buffer[] {
  if (content[0] === 0x1f && content[1] === 0x8b) return [content, Buffer.from(gunzipSync(content))]
  if (content.subarray(0, 4).toString('latin1') === 'PK\x03\x04') {
    return [content, ...Object.values(unzipSync(content)).map((file) => Buffer.from(file))]
  }
  const packed = content.toString('latin1').match(/\b(?:H4sI|UEsDB)[A-Za-z0-9+/]{40,}={0,2}/g) ?? []
  return [content, ...packed.flatMap((text) => unpackedPart(Buffer.from(text, 'base64')))]
}

/** In the files of a database an archive may be cut in pieces; its row has it whole. */
function unpackedPart(content: Buffer): Buffer[] {
  try {
    return unpacked(content).slice(1)
  } catch (error) {
    if (error instanceof Error) return []
    throw error
  }
}
