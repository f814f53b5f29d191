import { createDraft } from '@/lib/registry/drafts'
import { openStore } from '@/lib/registry/store/openStore'
import { databaseFiles } from './databaseFiles'

/** Started as a process of its own by the test of durability: writes drafts, and prints the id of each that was acknowledged. */
async function writeUntilKilled(dataDir: string, prefix: string): Promise<void> {
  const now = new Date('2026-11-20T10:00:00Z')
  const opened = await openStore({ dataDir, now, ...databaseFiles })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  for (let i = 0; ; i++) {
    const id = `${prefix}-${i}`
    await createDraft(opened.value, { id, title: 't', document: id.repeat(100), author: 'admin', now })
    process.stdout.write(`${id}\n`)
  }
}

const [dataDir = '', prefix = ''] = process.argv.slice(2)
writeUntilKilled(dataDir, prefix)
