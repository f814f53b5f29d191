import type { Composition } from '@/lib/compose/composition'
import { fencedBlock } from '@/lib/compose/documentation/markdown'
import { environmentReferences } from './environmentFile'
import { type Installation, installationFor, installPaths, memberAt } from './installation'

/** The steps of an installation under systemd, as a numbered Markdown list. */
export function installSteps(composition: Composition): string {
  const installation = installationFor(composition)
  const { folder, unit } = installPaths(composition)
  const steps: [text: string, commands: string[]][] = [
    ['Put the program `taskcluster-worker` on PATH, as in `/usr/local/bin`.', []],
    ...(installation.needs.length === 0
      ? []
      : [[`The machine also needs: ${installation.needs.join(' ')}`, []] as [string, string[]]]),
    [`${installation.because}${userText(installation)}`, userCommands(installation)],
    folderStep(composition, installation),
    ['Copy the files, from the folder of this file.', [`sudo install -d ${folder}`, `sudo cp -r . ${folder}/`]],
    ...environmentStep(composition, folder),
    [
      'Start the worker, now and with the machine.',
      [
        `sudo install -m 0644 taskcluster-worker.service /etc/systemd/system/${unit}`,
        'sudo systemctl daemon-reload',
        `sudo systemctl enable --now ${unit}`,
        `journalctl --unit ${unit} --follow`,
      ],
    ],
  ]
  return steps.map(([text, commands], index) => step(index + 1, text, commands)).join('\n\n')
}

function userText({ user, groups }: Installation): string {
  if (user === 'root') return ' It runs as root.'
  return groups.length === 0 ? ' Make its user.' : ` Make its user, in the group ${groups.join(', ')}.`
}

function userCommands({ user, groups }: Installation): string[] {
  if (user === 'root') return []
  const member = groups.length === 0 ? '' : ` --groups ${groups.join(',')}`
  return [
    `sudo useradd --system --user-group --home-dir /opt/taskcluster-worker --shell /usr/sbin/nologin${member} ${user}`,
  ]
}

/** Users that the worker makes for tasks have to get through to their home folders, which lie in the temporary folder. */
function folderStep(composition: Composition, { user }: Installation): [string, string[]] {
  const path = memberAt(composition.workerConfig, ['config', 'temporaryFolder'])
  const make = (where: string) =>
    user === 'root' ? `sudo install -d -m 0755 ${where}` : `sudo install -d -m 0700 -o ${user} -g ${user} ${where}`
  if (typeof path !== 'string') {
    return ['Make the folder for the files of running tasks, where the configuration looks for it.', [make('FOLDER')]]
  }
  // the worker is started in the folder of its configuration
  const absolute = path.startsWith('/') ? path : `${installPaths(composition).folder}/${path}`
  return ['Make the folder for the files of running tasks; nothing else should be in it.', [make(shellQuote(absolute))]]
}

function environmentStep({ workerConfig }: Composition, folder: string): [string, string[]][] {
  if (environmentReferences(workerConfig).length === 0) return []
  return [
    [
      'Fill in the environment, secrets included.',
      [`sudo install -m 0600 worker.env.example ${folder}/worker.env`, `sudoedit ${folder}/worker.env`],
    ],
  ]
}

function step(number: number, text: string, commands: string[]): string {
  const lines = commands.length === 0 ? [] : ['', ...fencedBlock(commands.join('\n'), 'sh').split('\n')]
  return [`${number}. ${text}`, ...lines.map((line) => (line === '' ? '' : `   ${line}`))].join('\n')
}

/** Text as one word of a POSIX shell. Plain words stay as they are. Throws on a NUL, which no word can hold. */
export function shellQuote(text: string): string {
  if (text.includes('\0')) throw new Error('a word of a shell cannot hold a NUL character')
  if (/^[\w@%+=:,./-]+$/.test(text)) return text
  return `'${text.replaceAll("'", `'\\''`)}'`
}
