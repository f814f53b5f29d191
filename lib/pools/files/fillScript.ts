/**
 * `fill.sh`: writes a file with what the environment holds in the place of each placeholder. A value becomes the inside of a double-quoted
 * text, which JSON and YAML write alike. It stops where a variable is not set.
 */
export const fillScript = `#!/bin/sh
# Writes a file of this folder to stdout, with the environment's values in the place of \${NAME}: ./fill.sh worker-runner.yml > FILE
set -eu
[ $# -eq 1 ] || {
  echo 'usage: fill.sh FILE' >&2
  exit 64
}
awk '
  function quoted(value,    result, i, c) {
    result = ""
    for (i = 1; i <= length(value); i++) {
      c = substr(value, i, 1)
      if (c == "\\\\" || c == "\\"") result = result "\\\\"
      result = result c
    }
    return result
  }
  {
    rest = $0
    line = ""
    while (match(rest, /\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}/)) {
      name = substr(rest, RSTART + 2, RLENGTH - 3)
      if (!(name in ENVIRON)) {
        print "fill.sh: set " name > "/dev/stderr"
        failed = 1
      }
      line = line substr(rest, 1, RSTART - 1) quoted(ENVIRON[name])
      rest = substr(rest, RSTART + RLENGTH)
    }
    text = text line rest "\\n"
  }
  END {
    if (failed) exit 78
    printf "%s", text
  }
' "$1"
`
