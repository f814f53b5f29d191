import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { filesOfRepository } from './filesOfRepository.mjs'
import { projectRoot } from './projectRoot.mjs'

/** What keeps the house readable: sizes of files in lines, and how many a folder holds before it has sub-folders. */
const limits = { lines: 250, filesInFolder: 15, tinyLines: 15, tinyShare: 0.1, medianLines: 60 }

/**
 * The sources of `lib/` and `app/` against the rules of the house: no file is long, few are tiny, a folder reads like a table of contents, and no
 * folder needs another one that needs it. Tests, what helps them and imports of types alone do not count.
 */
export function houseRules() {
  const sources = filesOfRepository().filter(isSource)
  return brokenRules(new Map(sources.map((file) => [file, readFileSync(join(projectRoot, file), 'utf8')])))
}

/**
 * One sentence for each rule that is broken, and the table of sizes.
 * @param {Map<string, string>} texts by path from the root
 */
export function brokenRules(texts) {
  const lines = new Map([...texts].map(([file, text]) => [file, text.split('\n').length - 1]))
  const sizes = [...lines.values()].sort((a, b) => a - b)
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0
  const tiny = sizes.filter((size) => size < limits.tinyLines).length
  const folders = new Map()
  for (const file of texts.keys()) folders.set(posix.dirname(file), (folders.get(posix.dirname(file)) ?? 0) + 1)
  const broken = [
    ...[...lines].filter(([, size]) => size > limits.lines).map(([file, size]) => `${file} has ${size} lines.`),
    ...[...folders]
      .filter(([, count]) => count > limits.filesInFolder)
      .map(([folder, count]) => `${folder} has ${count} files, and no sub-folders for them.`),
    ...folderCircles(texts).map((circle) => `Folders need each other: ${circle.join(', ')}.`),
  ]
  if (median < limits.medianLines) broken.push(`Half of the files have less than ${median} lines.`)
  if (tiny > sizes.length * limits.tinyShare) broken.push(`${tiny} of ${sizes.length} files are tiny.`)
  return { broken, table: `${sizes.length} files, median ${median}, longest ${sizes.at(-1) ?? 0}, ${tiny} tiny` }
}

/** @param {string} file */
function isSource(file) {
  return /^(lib|app)\/.*\.tsx?$/.test(file) && !/\.test\.|(^|\/)_?testing\//.test(file)
}

const importing = /^(?:import|export) (?!type\b)[^'"`;]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm

/** @param {Map<string, string>} texts */
function folderCircles(texts) {
  const needs = new Map()
  for (const [file, text] of texts) {
    const folder = posix.dirname(file)
    const needed = needs.get(folder) ?? new Set()
    needs.set(folder, needed)
    for (const [, ...names] of text.matchAll(importing)) {
      const name = names.find((each) => each !== undefined) ?? ''
      const path = name.startsWith('@/') ? name.slice(2) : name.startsWith('.') ? posix.join(folder, name) : undefined
      const isKnown = path !== undefined && ['.ts', '.tsx'].some((ending) => texts.has(path + ending))
      if (isKnown && posix.dirname(path) !== folder) needed.add(posix.dirname(path))
    }
  }
  return circles(needs)
}

/**
 * Sets of nodes that lead to each other (Tarjan).
 * @param {Map<string, Set<string>>} edges
 */
function circles(edges) {
  const found = []
  const order = new Map()
  const lowest = new Map()
  const stack = []
  const visit = (node) => {
    order.set(node, order.size)
    lowest.set(node, order.get(node))
    stack.push(node)
    for (const next of edges.get(node) ?? []) {
      if (!order.has(next)) visit(next)
      if (stack.includes(next)) lowest.set(node, Math.min(lowest.get(node), lowest.get(next)))
    }
    if (lowest.get(node) !== order.get(node)) return
    const circle = stack.splice(stack.indexOf(node))
    if (circle.length > 1) found.push(circle.sort())
  }
  for (const node of edges.keys()) if (!order.has(node)) visit(node)
  return found
}
