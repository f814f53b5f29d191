/** One step of a document: a file that the reader writes, or commands with what they answer. */
export type DocumentStep =
  | { kind: 'file'; name: string; text: string; append: boolean }
  | { kind: 'commands'; commands: { line: string; status: number }[]; output?: string }

/**
 * The steps of a Markdown document, in its order: blocks such as ` ```yaml name.yml ` are files, with `(more)` behind the name they go on at the end of
 * one; ` ```sh ` blocks are commands, one a line, with `# ends with 1` behind those that do not end with 0; a ` ```text ` block behind them is
 * their output, in which `…` on a line of its own stands for whatever is there.
 */
export function documentSteps(markdown: string): DocumentStep[] {
  const steps: DocumentStep[] = []
  for (const [, info = '', text = ''] of markdown.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)) {
    const [language, name, more] = info.split(' ')
    if (language === 'sh') {
      const commands = text
        .trim()
        .split('\n')
        .map((line) => {
          const [, command = '', status] = /^(.*?)(?:\s+# ends with (\d))?$/.exec(line) ?? []
          return { line: command, status: Number(status ?? 0) }
        })
      steps.push({ kind: 'commands', commands })
    } else if (language === 'text') {
      const last = steps.at(-1)
      if (last?.kind !== 'commands') throw new Error(`there is no command before this output:\n${text}`)
      last.output = text
    } else if (name !== undefined) {
      steps.push({ kind: 'file', name, text, append: more === '(more)' })
    }
  }
  return steps
}
