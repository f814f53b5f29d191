import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { watchActionBody } from './actionBody'

function watch(type: string | undefined, action = 'a'.repeat(42)) {
  const request = new IncomingMessage(new Socket())
  Object.assign(request.headers, { 'next-action': action, ...(type === undefined ? {} : { 'content-type': type }) })
  const look = watchActionBody(request)
  if (look === undefined) throw new Error('nothing is watched')
  return (...parts: (string | Uint8Array)[]) => parts.every((part) => look(Buffer.from(part)))
}

const form = 'multipart/form-data; boundary=----b'
const field = (name: string, value: string) =>
  `------b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const file = (name: string, value: string) =>
  `------b\r\nContent-Disposition: form-data; name="${name}"; filename="blob"\r\nContent-Type: text/plain\r\n\r\n${value}\r\n`
const end = '------b--\r\n'

describe('the body of an action', () => {
  it('is one that a page sends: a few arguments, texts and files of any size', () => {
    expect(watch('text/plain;charset=UTF-8')('["proj/native-1",true]')).toBe(true)
    const text = `${field('1_message', 'why')}${file('1_document', 'x'.repeat(9_000_000))}${field('0', '["id","$K1"]')}${end}`
    expect(watch(form)(text)).toBe(true)
    expect(watch('multipart/form-data; boundary="----b"')(text)).toBe(true)
    expect(watch(form)(`${field('1_empty', '')}${field('0', '[]')}${end}`)).toBe(true)
  })

  it('is whatever it likes where it is for no action', () => {
    expect(watchActionBody(new IncomingMessage(new Socket()))).toBeUndefined()
  })

  it.each<[string, string | undefined, string]>([
    ['more arguments than any action takes', 'text/plain', '['.repeat(70_000)],
    ['arguments without a type', undefined, '['.repeat(70_000)],
    ['a deep nest in a form', form, field('0', '['.repeat(70_000))],
    ['many small arguments', form, Array.from({ length: 1500 }, (_, i) => field(`${i}`, '"$1"'.repeat(20))).join('')],
    ['very many fields', form, Array.from({ length: 2500 }, (_, i) => field(`1_${i}`, '')).join('')],
    ['a field without a name', form, '------b\r\nContent-Disposition: form-data\r\n\r\n[[[[\r\n'],
    [
      'a name that is written in another way',
      form,
      `------b\r\nContent-Disposition: form-data; name*=utf-8''0\r\n\r\n[\r\n`,
    ],
    ['a head that never ends', form, `------b\r\nContent-Disposition: form-data; name="${'x'.repeat(3000)}`],
    ['a delimiter that goes on', form, '------bc\r\nContent-Disposition: form-data; name="1_a"\r\n\r\n'],
    ['much after the end', form, `${field('0', '[]')}${end}${'x'.repeat(70_000)}`],
    ['much before the first field', form, `${'x'.repeat(10)}${field('0', '['.repeat(70_000))}`],
  ])('is refused with %s', (_, type, body) => {
    expect(watch(type)(body)).toBe(false)
  })

  it('says the same of a body in whatever pieces it comes', () => {
    const good = `${field('1_a', 'x\r\n----')}${file('1_f', '\r\n-\r\n--\r\n')}${field('0', '["$K1"]')}${end}`
    const bad = `${field('1_a', '')}${field('12', '['.repeat(66_000))}${end}`
    fc.assert(
      fc.property(fc.array(fc.nat(good.length), { maxLength: 20 }), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), good.length]
        expect(watch(form)(...at.slice(1).map((to, i) => good.slice(at[i], to)))).toBe(true)
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.nat(bad.length), { maxLength: 20 }), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), bad.length]
        expect(watch(form)(...at.slice(1).map((to, i) => bad.slice(at[i], to)))).toBe(false)
      }),
    )
  })
})
