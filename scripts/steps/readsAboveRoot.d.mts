export function pathsAboveRoot(file: string, text: string): { line: number; path: string }[]
export function linkAboveRoot(file: string, target: string): { line: number; path: string }[]
