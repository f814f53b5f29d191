/** The keys of rows that others refer to. Kept for the tables that are referred to alone: some 100 bytes a row. */
export interface SeenKeys {
  add(table: string, ...key: (string | number)[]): void
  has(table: string, ...key: (string | number)[]): boolean
}

/** Nothing seen yet. */
export function seenKeys(): SeenKeys {
  const keys = new Map<string, Set<string>>()
  const textOf = (key: (string | number)[]) => key.join('\n')
  return {
    add(table, ...key) {
      const known = keys.get(table) ?? new Set()
      keys.set(table, known.add(textOf(key)))
    },
    has: (table, ...key) => keys.get(table)?.has(textOf(key)) === true,
  }
}
