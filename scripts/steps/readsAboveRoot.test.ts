import { describe, expect, it } from 'vitest'
import { linkAboveRoot, pathsAboveRoot } from './readsAboveRoot.mjs'

const beside = '../beside/recordings'

describe('code', () => {
  it.each([
    [
      'the default of a variable, from the working folder',
      `const folder = resolve(process.env.RECORDINGS ?? '${beside}')`,
      beside,
    ],
    [
      'the same below a part',
      `const folder = join(resolve(process.env.RECORDINGS ?? '${beside}'), 'accepted')`,
      beside,
    ],
    ['the same from a known root', `resolve(projectRoot, process.env.RECORDINGS || '${beside}')`, beside],
    ['a default that is used somewhere else', `export const folder = process.env.RECORDINGS ?? '${beside}'`, beside],
    ['an import', `import { x } from '../../../beside/x'`, '../beside/x'],
    ['an import for its effect', `import '../../../x'`, '../x'],
    ['what is handed on', `export * from '../../../x'`, '../x'],
    ['a type', `type X = import('../../../x').X`, '../x'],
    ['an import while running', `await import('../../../x')`, '../x'],
    ['an import by a name', `await import(\`../../../\${name}.ts\`)`, '../something.ts'],
    ['require', `const x = require('../../../x')`, '../x'],
    ['the place of a module', `require.resolve('../../../x')`, '../x'],
    ['a module that a test replaces', `vi.mock('../../../x')`, '../x'],
    ['an alias of the root', `import '@/../x'`, '../x'],
    ['a URL beside the file', `new URL('../../../beside/x.json', import.meta.url)`, '../beside/x.json'],
    ['the folder of the file', `join(import.meta.dirname, '..', '..', '..', 'x')`, '../x'],
    ['the same in CommonJS', `path.join(__dirname, '../../../x')`, '../x'],
    ['a constant', `const here = fileURLToPath(new URL('.', import.meta.url))\n\njoin(here, '../../../x')`, '../x'],
    ['a constant that is read', `const file = '../x'\n\nreadFileSync(file)`, '../x'],
    ['the working folder', `resolve(process.cwd(), '../x')`, '../x'],
    ['a text with the root in it', `readFile(\`\${projectRoot}/../x\`)`, '../x'],
    ['one of two', `existsSync(isOld ? 'docs' : '../x')`, '../x'],
    ['a sum', `readdirSync('..' + '/x')`, '../x'],
    ['a copy', `cpSync('docs', '../x')`, '../x'],
    ['a program', `spawn('../bin/x', [])`, '../bin/x'],
    ['where a program runs', `spawn('ls', [], { cwd: '..' })`, '..'],
    ['somebody’s home', `readFileSync('/home/somebody/x')`, '/home/somebody/x'],
    ['a work folder', `resolve(process.env.RECORDINGS ?? '/root/x')`, '/root/x'],
    ['a URL of a file', `new URL('file:///root/x')`, '/root/x'],
    ['a reference', `/// <reference path="../../../x.d.ts" />`, '../x.d.ts'],
  ])('%s is found', (_, text, path) => {
    const line = text.split('\n').length
    expect(pathsAboveRoot('lib/base/x.ts', text)).toEqual([{ line, path }])
  })

  it.each([
    ['an import within', `import { x } from '../../rooms/x'\nimport y from '../y'\nimport fs from 'node:fs'`],
    ['an alias within', `import x from '@/lib/x'`],
    ['a URL within', `new URL('../../docs/tour/native.yml', import.meta.url)`],
    ['an address', `new URL('../../../x', 'https://example.com/a/')`],
    ['the root itself', `const root = fileURLToPath(new URL('../../', import.meta.url))\nreaddirSync(root)`],
    ['the folder of the root', `join(import.meta.dirname, '..', '..')`],
    ['a base that only a run can tell', `join(migrations, '../../../dist/x')`],
    ['a parameter', `const read = (folder: string) => readFileSync(join(folder, '../../../../x'))`],
    ['a name with two meanings', `{ const x = '../x' }\n{ const x = 'docs' }\nreadFileSync(x)`],
    ['a variable that changes', `let file = '../x'\nfile = 'docs'\nreadFileSync(file)`],
    ['a way down and up again', `join('docs', '../lib')`],
    ['a default below a known folder', `join(projectRoot, 'docs', process.env.RECORDINGS ?? '../lib')`],
    ['a hostile name in data', `it.each([['a path', '../../etc/passwd']])`],
    ['a hostile name as an argument', `readEntry('../../../etc/passwd', { name: '../x' })`],
    ['a hostile path of an address', `request('/api/auth/../queue/v1')`],
    ['a comparison', `segments.includes('..') || path.startsWith('../')`],
    ['what is written', `writeFileSync('x', '../../../x')`],
    ['texts put together', `['a', 'b'].join('/../../../')`],
    ['a promise', `Promise.resolve('../x')`],
    ['a folder of a system', `existsSync('/usr/bin/chromium') && mkdtempSync(join(tmpdir(), 'x-'))`],
    ['a home in data', `compose({ temporaryFolder: '/home/tasks' })`],
    ['a comment', `// see ../../../x, or readFile('../x')`],
  ])('%s passes', (_, text) => {
    expect(pathsAboveRoot('lib/base/x.ts', text)).toEqual([])
  })
})

describe('other files', () => {
  it.each([
    ['.ci/run', '#!/usr/bin/env bash\nsource "$(dirname "$0")/../../env"', 2, '../env'],
    ['scripts/x.sh', 'cat ../x', 1, '../x'],
    ['scripts/x.sh', `DIR="\${DIR:-../x}" run`, 1, '../x'],
    ['scripts/x.sh', 'ls /root/x', 1, '/root/x'],
    ['bin/x', `#!/usr/bin/env -S node --\nimport '../../x'`, 2, '../x'],
    ['docs/x.md', 'See [x](../../x.md#part).', 1, '../x.md'],
    ['docs/x.md', '[x]: ../../x.md', 1, '../x.md'],
    ['docs/x.md', '<img src="../../x.png">', 1, '../x.png'],
    ['docs/x.md', '```console\n$ wtd check ../x.yml\n```', 2, '../x.yml'],
    ['biome.json', '{\n  "extends": ["../biome.json"]\n}', 2, '../biome.json'],
    ['tsconfig.json', '{\n  "compilerOptions": { "paths": { "x": ["../x"] } }\n}', 2, '../x'],
    ['package.json', '{ "scripts": { "x": "node ../x.mjs" } }', 1, '../x.mjs'],
    ['package.json', '{ "dependencies": { "x": "file:../x" } }', 1, '../x'],
    ['lib/x.json', '{ "$schema": "../../x.json" }', 1, '../x.json'],
    ['plugin-catalog/x.yml', '# yaml-language-server: $schema=../../x.json', 1, '../x.json'],
    ['app/x.css', '@import "../../x.css";', 1, '../x.css'],
  ])('%s with %s', (file, text, line, path) => {
    expect(pathsAboveRoot(file, text)).toEqual([{ line, path }])
  })

  it.each([
    ['.ci/run', '#!/usr/bin/env bash\ncd "$(dirname "$0")/.."\n# see ../x'],
    ['scripts/x.sh', 'cat "$folder/../x" https://example.com/../x docs/../README.md'],
    ['docs/x.md', 'See [x](../lib/x.md) and `../../x`.\n\n```ts\nimport "../../x"\n```'],
    ['docs/x.md', '```console\n$ wtd check docs/x.yml\n../../x: not found\n```'],
    ['conformance/x.json', '{ "path": "../../etc/passwd" }'],
    ['plugin-catalog/x.yml', '# yaml-language-server: $schema=../public/x.json\nname: ../../x'],
    ['package.json', '{ "bin": { "x": "./bin/x" }, "scripts": { "x": "node scripts/x.mjs" } }'],
    ['LICENSE', 'a text with ../../x'],
  ])('%s with %s passes', (file, text) => {
    expect(pathsAboveRoot(file, text)).toEqual([])
  })
})

describe('symbolic links', () => {
  it.each([
    ['../README.md', []],
    ['./x.md', []],
    ['..', []],
    ['../../x', [{ line: 1, path: '../x' }]],
    ['/etc/hosts', [{ line: 1, path: '/etc/hosts' }]],
  ])('to %s', (target, found) => {
    expect(linkAboveRoot('docs/x', target)).toEqual(found)
  })
})
