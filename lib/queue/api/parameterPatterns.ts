const slugId = /^[A-Za-z0-9_-]{8}[Q-T][A-Za-z0-9_-][CGKOSWaeimquy26-][A-Za-z0-9_-]{10}[AQgw]$/

/** What the parameters of URLs must match. The worker type of a URL is looser than that of a body, as in the real Queue. */
export const parameterPatterns = {
  provisionerId: /^[a-zA-Z0-9-_]{1,38}$/,
  workerType: /^[a-zA-Z0-9-_]{1,38}$/,
  taskQueueId: /^[a-zA-Z0-9-_]{1,38}\/[a-z]([-a-z0-9]{0,36}[a-z0-9])?$/,
  workerPoolId: /^[a-zA-Z0-9-_]{1,38}\/[a-z]([-a-z0-9]{0,36}[a-z0-9])?$/,
  taskId: slugId,
  taskGroupId: slugId,
} as const

/** The worker types that the Queue can keep. */
export const workerTypePattern = /^[a-z]([-a-z0-9]{0,36}[a-z0-9])?$/
