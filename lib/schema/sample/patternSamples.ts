import { compilePattern } from '@/lib/schema/compilePattern'
import { translatePattern } from '@/lib/schema/translatePattern'
import { type PatternShape, parsePattern } from './parsePattern'
import { pickCharacters } from './pickCharacters'

/** How many more repetitions than needed are tried, in this order. */
const extras = [1, 0, 2, 3, 5, 8, 13, 21, 34, 60, 100, 160, 250, 400, 640, 1000]
const variants = 4

/** Texts that match a pattern, the ones that read best first; a bounded number, and none where none was found. */
export function* patternSamples(source: string): Generator<string> {
  const pattern = compilePattern(source)
  const shape = parsePattern(translatePattern(source))
  const seen = new Set<string>()
  const sets = new Map<string, string[]>()
  for (const extra of extras) {
    for (let variant = 0; variant < variants; variant++) {
      const text = write(shape, { extra, variant, sets, written: 0 })
      if (seen.has(text)) continue
      seen.add(text)
      if (pattern.test(text)) yield text
    }
  }
}

interface Style {
  /** repetitions beyond the least */
  extra: number
  /** which alternative */
  variant: number
  sets: Map<string, string[]>
  /** characters written so far, so that runs of a class read `abc…`, not `aaa…` */
  written: number
}

const longest = 3000

function write(shape: PatternShape, style: Style): string {
  switch (shape.kind) {
    case 'text':
      return shape.text
    case 'set': {
      const characters = style.sets.get(shape.source) ?? pickCharacters(shape.source)
      style.sets.set(shape.source, characters)
      return characters[style.written++ % Math.max(characters.length, 1)] ?? ''
    }
    case 'sequence':
      return shape.parts.map((part) => write(part, style)).join('')
    case 'choice': {
      const option = shape.options[style.variant % shape.options.length]
      return option === undefined ? '' : write(option, style)
    }
    case 'repeat': {
      // an optional part is left out in every second variant
      const times = shape.min === 0 && style.variant % 2 === 1 ? 0 : Math.min(shape.max, shape.min + style.extra)
      let text = ''
      for (let i = 0; i < times && text.length < longest; i++) {
        const piece = write(shape.part, style)
        if (piece === '') break
        text += piece
      }
      return text
    }
  }
}
