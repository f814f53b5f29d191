/** True for the name of a worker type, `<provisionerId>/<workerType>`; anything else is nowhere in the store. */
export function isTaskQueueId(text: unknown): text is string {
  return typeof text === 'string' && /^[A-Za-z0-9_-]{1,38}\/[A-Za-z0-9_-]{1,38}$/.test(text)
}
