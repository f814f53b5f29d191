/**
 * `fill.sh`: writes a file with what the environment holds in the place of each placeholder. A value becomes the inside of a double-quoted
 * text, which JSON and YAML write alike, so that also line breaks stay what they are. Only a whole text is a placeholder: in a longer one `${NAME}` is
 * no more than that. It stops where a variable is not set.
 */
export const fillScript = `#!/bin/sh
# Writes a file of this folder to stdout, with the environment's values in the place of "\${NAME}": ./fill.sh worker-runner.yml > FILE
set -eu
[ $# -eq 1 ] || {
  echo 'usage: fill.sh FILE' >&2
  exit 64
}
awk '
  BEGIN {
    for (code = 1; code < 32; code++) escaped[sprintf("%c", code)] = sprintf("\\\\u%04x", code)
    escaped[sprintf("%c", 127)] = "\\\\u007f"
    escaped["\\\\"] = "\\\\\\\\"
    escaped["\\""] = "\\\\\\""
  }
  function quoted(value,    result, i, c) {
    result = ""
    for (i = 1; i <= length(value); i++) {
      c = substr(value, i, 1)
      result = result (c in escaped ? escaped[c] : c)
    }
    return result
  }
  {
    rest = $0
    line = ""
    while (match(rest, /"\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}"/)) {
      name = substr(rest, RSTART + 3, RLENGTH - 5)
      if (!(name in ENVIRON)) {
        print "fill.sh: set " name > "/dev/stderr"
        failed = 1
      }
      line = line substr(rest, 1, RSTART) quoted(ENVIRON[name]) "\\""
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
