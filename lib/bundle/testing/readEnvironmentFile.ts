/**
 * Reads an environment file as systemd does (systemd.exec(5), EnvironmentFile=): comments begin with `#` or `;`, a backslash in double quotes
 * takes the special meaning from one of `"`, `\`, `$` and a backtick, and is itself otherwise.
 */
export function readEnvironmentFile(text: string): Record<string, string> {
  const found: [string, string][] = []
  let rest = text
  while (rest !== '') {
    const comment = /^(?:[#;][^\n]*|[ \t]*)(?:\n|$)/.exec(rest)?.[0]
    if (comment !== undefined && comment !== '') {
      rest = rest.slice(comment.length)
      continue
    }
    const entry = /^([A-Za-z_]\w*)=(?:"((?:[^"\\]|\\[\s\S])*)"|([^\s"'\\]*))(?:\n|$)/.exec(rest)
    if (entry === null) throw new Error(`not an assignment: ${rest.split('\n')[0]}`)
    const [whole, name = '', quoted, plain = ''] = entry
    found.push([name, quoted === undefined ? plain : quoted.replace(/\\(["\\$`])/g, '$1')])
    rest = rest.slice(whole.length)
  }
  return Object.fromEntries(found)
}
