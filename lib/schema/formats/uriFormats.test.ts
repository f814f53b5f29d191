import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGoUri, isGoUriReference, isUriTemplate, parseGoUrl } from './uriFormats'

describe('isGoUri', () => {
  it.each([
    'a:b',
    'a:',
    'a:%zz', // opaque: never looked into
    'a:b c',
    'A1+.-:x',
    'urn:isbn:1',
    'mailto:a@b.cc',
    'data:,x',
    'file:///etc/passwd',
    'file:////x',
    'HTTP://EXAMPLE.COM/',
    'http:',
    'http:/x',
    'http://',
    'http:///',
    'http://a',
    'http://a?b=%zz', // a query is kept as it is
    'http://a/?',
    'http://a/b?c?d',
    'http://[::1]/',
    'http://[::1]:80/',
    'http://[::1]:/',
    'http://[fe80::1%25en0]/',
    'http://[fe80::1%25e%20n]/',
    'http://[whatever]/',
    'http://a:80/',
    'http://a:/',
    'http://user:test@h/',
    'http://u@v@h/',
    'http://u%20:p%40@h/',
    'http://:@h/',
    'http://xn--a-0ga.cz/',
    'http://ž.cz/',
    'http://%C3%A9/',
    'http://a%25/',
    'http://a"b/',
    'http://a<b>/',
    'https://a.cz:8443/x?y=z#w',
    'https://example.com/ž',
    'https://example.com/{x}',
    'https://example.com/a b',
    'https://example.com/a\\b',
    'https://example.com/%2f',
    'x-custom://a',
    'http://a/#%41',
    'http://a/#\u0001',
    'http://a/\u0085',
    'http://a/#b#c',
  ])('takes %j', (text) => {
    expect(isGoUri(text)).toBe(true)
  })

  it.each([
    '',
    '*',
    '/build.zip',
    'build.zip',
    '//host/path',
    '#a:b',
    '?a:b',
    '://x',
    ':a',
    '1a:b',
    '+a:b',
    'a_b:c',
    'ž:a',
    ' http://a/',
    'http ://a/',
    'http://a/\n',
    'http://a/\u007f',
    'http://exa mple.com/',
    'http://a{b/',
    'http://a}b/',
    'http://a|b/',
    'http://a\\b/',
    'http://a^b/',
    'http://a`b/',
    'http://a%41/', // a host escapes no ASCII
    'http://a%2/',
    'http://a%zz/',
    'http://a:b/',
    'http://a:80b/',
    'http://a:-1/',
    'http://[::1/',
    'http://[::1]a/',
    'http://[::1]:b/',
    'http://[fe80::1%25e%C3]/',
    'http://[fe80::1%25e%zz]/',
    'http://[fe80::1%41]/',
    'http://u ser@h/',
    'http://ž@h/',
    'http://u%zz@h/',
    'http://u:p%z@h/',
    'http://u[@h/',
    'http://example.com/%zz',
    'http://example.com/%',
    'http://example.com/%2',
    'http:/%zz',
    'http://a/#%zz',
    'http://a/#%',
  ])('refuses %j', (text) => {
    expect(isGoUri(text)).toBe(false)
  })

  it('never throws, and finds only schemes that begin with a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab1:/?#[]@%2Ff \\ž.{') }), (text) => {
        const scheme = parseGoUrl(text)?.scheme ?? ''
        expect(scheme).toMatch(/^(?:[A-Za-z][A-Za-z0-9+.-]*)?$/)
        if (scheme !== '') expect(text.startsWith(`${scheme}:`)).toBe(true)
      }),
    )
  })

  it('takes every address that the WHATWG parser leaves as it is', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (text) => {
        expect(isGoUri(text)).toBe(true)
      }),
    )
  })
})

describe('the other URI formats', () => {
  it.each<[string, boolean, boolean]>([
    // text, uri-reference, uri-template
    ['https://example.com/x', true, true],
    ['https://example.com/a\\b', false, false],
    ['/x', true, true],
    ['', true, true],
    ['*', true, true],
    ['///x', true, true],
    ['//h:x/', false, false],
    ['a:b', true, true],
    ['b c', true, true],
    ['1a:b', false, false],
    ['https://example.com/{x}', true, true],
    ['https://example.com/{x', true, false],
    ['https://example.com/{x{y}}', true, false],
  ])('%j: %s, %s', (text, reference, template) => {
    expect(isGoUriReference(text)).toBe(reference)
    expect(isUriTemplate(text)).toBe(template)
  })
})
