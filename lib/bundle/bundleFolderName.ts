/** The folder of a bundle, inside its archive and where the worker is installed: `<provisionerId>-<workerType>`. */
export function bundleFolderName(taskQueueId: string): string {
  return taskQueueId.replace('/', '-')
}
