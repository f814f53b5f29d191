import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { yamlText } from '@/lib/base/yamlText'
import type { Composition } from '@/lib/compose/composition'
import { codeSpan } from '@/lib/compose/documentation/markdown'
import { describedFile } from './bundleFile'
import { environmentFile, environmentReferences } from './environmentFile'
import { installPaths, memberAt } from './installation'
import { installSteps } from './installSteps'
import type { ProgramParts } from './programParts'
import { startScript } from './startScript'
import { systemdUnit } from './systemdUnit'

/** Configuration, unit and start script of taskcluster-worker. Problems: `folder-unusable`. */
export function taskclusterWorkerBundle(composition: Composition): Result<ProgramParts> {
  const folder = memberAt(composition.workerConfig, ['config', 'temporaryFolder'])
  if (typeof folder === 'string' && folder.includes('\0')) return fail([noFolder()])
  return succeed({
    files: [
      describedFile('config.yml', 'the configuration that the worker program reads', configFile(composition)),
      describedFile('taskcluster-worker.service', 'a systemd unit', systemdUnit(composition)),
      {
        ...describedFile('start-worker.sh', 'checks the environment and starts the worker', startScript(composition)),
        mode: 0o755,
      },
      describedFile(
        'worker.env.example',
        'the environment variables that the configuration reads',
        environmentFile(composition),
      ),
    ],
    readme: [
      '## Install on Linux',
      installSteps(composition),
      ...otherSystems(composition.engine),
      ...references(composition),
    ],
  })
}

function noFolder(): Problem {
  return {
    code: 'folder-unusable',
    severity: 'error',
    message: 'No folder has a name with a NUL character in it, as temporaryFolder has.',
    path: 'settings.temporaryFolder',
    help: 'Write the path of a folder.',
  }
}

function otherSystems(engine: string): string[] {
  if (!['mock', 'native', 'script'].includes(engine)) return []
  return [
    'On other systems set the environment variables, go to the folder of `config.yml` and run `taskcluster-worker work config.yml`.',
  ]
}

function references(composition: Composition): string[] {
  const names = environmentReferences(composition.workerConfig)
  if (names.length === 0) return []
  const { folder } = installPaths(composition)
  return [
    '## Environment',
    `The configuration reads these variables when the worker starts. Under systemd they come from ${codeSpan(`${folder}/worker.env`)}:`,
    names.map((name) => `- ${codeSpan(name)}`).join('\n'),
  ]
}

/** `config.yml`: what the worker program reads when it starts. */
function configFile({ workerConfig, provisionerId, workerType, worker }: Composition): string {
  const comment = [
    `Configuration of ${worker} for ${provisionerId}/${workerType}.`,
    'Made by Worker Type Designer from design.yml; change the design, not this file.',
  ]
  return yamlText(workerConfig, comment.join('\n'))
}
