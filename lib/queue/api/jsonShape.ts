const quote = 0x22
const backslash = 0x5c
const comma = 0x2c

/** How deep brackets nest in a JSON text, and how many values are in it, names aside; right for JSON, and harmless for other texts. */
export function jsonShape(text: string): { depth: number; values: number } {
  let open = 0
  let depth = 0
  let values = 1
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === comma) values++
    else if (code === 0x5b || code === 0x7b) {
      values++
      depth = Math.max(depth, ++open)
    } else if (code === 0x5d || code === 0x7d) open--
    else if (code === quote) i = endOfString(text, i)
  }
  return { depth, values }
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end !== -1) {
    let slashes = 0
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes++
    if (slashes % 2 === 0) return end
    end = text.indexOf('"', end + 1)
  }
  return text.length
}
