import type { YAMLError } from 'yaml'

/** What the YAML reader complains of, as a clause without place and full stop. */
export function yamlErrorText({ code, message }: YAMLError): string {
  if (code === 'MULTIPLE_DOCS') return 'a second document begins here, and there can be only one'
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '')
}
