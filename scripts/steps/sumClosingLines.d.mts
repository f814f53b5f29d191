export function sumClosingLines(parts: readonly { name: string; status: number; output: string }[]): {
  passed: number
  failed: number
  complaints: string[]
}
