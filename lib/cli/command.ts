import type { Output } from './output'

/** Runs one command with its parsed arguments; the status with which the process ends. Throws CliExit for what the user did wrong. */
export type Run<Options> = (positional: string[], options: Options, output: Output) => number | Promise<number>
