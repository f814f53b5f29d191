import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { z } from 'zod'
import { readSecretFile } from '@/lib/auth/setup/secretFile'
import { makeSignInToken, signInLink } from '@/lib/auth/setup/signInTokenFile'
import { CliExit, type Output } from '@/lib/cli/output/output'
import { readEnvironment } from '@/lib/env'
import { traceOfUse } from '@/lib/registry/store/secretFiles'

const credentialsSchema = z.object({ TASKCLUSTER_ROOT_URL: z.string() })

/** `wtd sign-in-link`: a link that signs in as admin once, on the machine of the server, whether that runs or not. */
export async function signInLinkCommand(_options: object, output: Output): Promise<number> {
  const environment = readEnvironment(process.env)
  if (!environment.ok) throw new CliExit(2, environment.problems)
  const { dataDir, rootUrl } = environment.value
  if (traceOfUse(dataDir) === undefined) throw new CliExit(2, [unused(resolve(dataDir))])
  const address = process.env.ROOT_URL?.trim() ? rootUrl : (lastAddress(dataDir) ?? rootUrl)
  try {
    const made = makeSignInToken(dataDir, (bytes) => randomBytes(bytes).toString('base64url'), new Date())
    await output.stdout(`${signInLink(address, made)}\n`)
  } catch (error) {
    const message = `the link cannot be kept in ${resolve(dataDir)}: ${error instanceof Error ? error.message : String(error)}`
    const help = 'Run this as the user of the server.'
    throw new CliExit(2, [{ code: 'data-directory-unusable', severity: 'error', message, path: '', help }])
  }
  output.stderr('It signs in as admin, once, within a day. Links that were made before are void.\n')
  return 0
}

/** What the server called itself when it was last started. */
function lastAddress(dataDir: string): string | undefined {
  try {
    return credentialsSchema.parse(JSON.parse(readSecretFile(`${dataDir}/admin-credentials.json`) ?? ''))
      .TASKCLUSTER_ROOT_URL
  } catch {
    // it is only a file for people; the environment says an address, too
    return undefined
  }
}

function unused(dataDir: string) {
  return {
    ...{ code: 'data-directory-unused', severity: 'error' as const, path: '' },
    message: `no server has run with the data directory ${dataDir}`,
    help: 'Say with DATA_DIR which one the server has, or start it: the first start prints a link.',
  }
}
