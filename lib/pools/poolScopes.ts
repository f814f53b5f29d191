/** The scopes that reading and changing a pool takes. */
export function poolScopes(workerPoolId: string, providerId: string): string[] {
  return [
    `worker-manager:get-worker-pool:${workerPoolId}`,
    `worker-manager:manage-worker-pool:${workerPoolId}`,
    `worker-manager:provider:${providerId}`,
  ]
}
