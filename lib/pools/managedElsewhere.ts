/**
 * What tc-admin puts before the description of everything that it configures, so that nobody changes it by hand
 * (tcadmin/resources/util.py, `DESCRIPTION_PREFIX`; its `description_converter` looks for the first words alone).
 */
export const managedPrefix = '*DO NOT EDIT* - This resource is configured automatically.\n\n'

const mark = '*DO NOT EDIT*'

/** True for the description of a pool that some other tool configures. Such a pool is never changed from here. */
export function isManagedElsewhere(description: string): boolean {
  return description.trimStart().startsWith(mark)
}

/** The description without the mark. */
export function withoutMark(description: string): string {
  if (!isManagedElsewhere(description)) return description
  const text = description.trimStart()
  if (text.startsWith(managedPrefix)) return text.slice(managedPrefix.length)
  const end = text.indexOf('\n\n')
  return end === -1 ? '' : text.slice(end + 2)
}

/** The scopes that reading and changing a pool takes. */
export function poolScopes(workerPoolId: string, providerId: string): string[] {
  return [
    `worker-manager:get-worker-pool:${workerPoolId}`,
    `worker-manager:manage-worker-pool:${workerPoolId}`,
    `worker-manager:provider:${providerId}`,
  ]
}
