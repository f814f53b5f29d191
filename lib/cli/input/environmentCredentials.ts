import { isJsonObject } from '@/lib/base/json'
import { CliExit } from '@/lib/cli/output/output'

/** Credentials of the TASKCLUSTER_* variables. */
export interface EnvironmentCredentials {
  clientId: string
  accessToken: string
  /** JSON, as it was given */
  certificate?: string
}

/** The credentials of the environment; undefined where there are none. A certificate that is none ends the command, before anything is asked. */
export function environmentCredentials(): EnvironmentCredentials | undefined {
  const clientId = process.env.TASKCLUSTER_CLIENT_ID
  const accessToken = process.env.TASKCLUSTER_ACCESS_TOKEN
  const certificate = process.env.TASKCLUSTER_CERTIFICATE
  if (!clientId || !accessToken) return undefined
  if (!certificate) return { clientId, accessToken }
  if (!isCertificate(certificate)) throw new CliExit(2, [broken()])
  return { clientId, accessToken, certificate }
}

function isCertificate(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value)
  } catch {
    return false
  }
}

function broken() {
  return {
    code: 'certificate-invalid',
    severity: 'error' as const,
    message: 'TASKCLUSTER_CERTIFICATE is no certificate: it has to be an object in JSON.',
    path: '',
    help: 'Set it as it came with the temporary credentials, in quotes for the shell, or unset it for permanent ones.',
  }
}
