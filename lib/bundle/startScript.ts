import type { Composition } from '@/lib/compose/composition'
import { environmentReferences, isVariableName } from './environmentFile'

/** Exit status for a configuration that cannot work (EX_CONFIG of sysexits.h); the systemd unit does not start again after it. */
export const CONFIG_ERROR = 78

/**
 * `start-worker.sh`: checks what the program itself would only notice later, then becomes the program. An unset variable is an empty text
 * to the worker (facts, section 2), so it would start with a wrong configuration, or stop with a message that does not name it.
 */
export function startScript({ provisionerId, workerType, workerConfig }: Composition): string {
  const names = environmentReferences(workerConfig).filter(isVariableName)
  return `#!/bin/sh
# Starts taskcluster-worker for ${provisionerId}/${workerType} with the configuration beside this script.
# TASKCLUSTER_WORKER may name the program where it is not on PATH.
set -eu

# No variables of its own: each would hide one that the configuration may read.
fail() {
  printf 'start-worker.sh: %s\\n' "$1" >&2
  exit ${CONFIG_ERROR}
}

CDPATH='' cd -- "$(dirname -- "$0")"
[ -r config.yml ] || fail 'config.yml cannot be read.'
command -v "\${TASKCLUSTER_WORKER:-taskcluster-worker}" >/dev/null 2>&1 ||
  fail 'There is no program taskcluster-worker. Install it on PATH, or set TASKCLUSTER_WORKER to its path.'
${names.length === 0 ? '' : environmentCheck(names)}
exec "\${TASKCLUSTER_WORKER:-taskcluster-worker}" work config.yml
`
}

function environmentCheck(names: string[]): string {
  return `
set --
${names.map((name) => `[ -n "\${${name}+set}" ] || set -- "$@" ${name}`).join('\n')}
[ $# -eq 0 ] || fail "Set in worker.env what config.yml reads from the environment: $*"
`
}
