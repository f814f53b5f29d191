import { main } from '@/lib/cli/main'

/** What a command printed and how it ended. */
export interface WtdResult {
  status: number
  stdout: string
  stderr: string
}

/** Runs the command line in this process. */
export async function runWtd(...args: string[]): Promise<WtdResult> {
  const result: WtdResult = { status: 0, stdout: '', stderr: '' }
  result.status = await main(args, {
    stdout: (text) => {
      result.stdout += text
    },
    stderr: (text) => {
      result.stderr += text
    },
  })
  return result
}
