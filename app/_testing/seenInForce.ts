/** What a review says that it has seen in force of a worker type, when it is opened now. */
export async function seenInForce(taskQueueId: string): Promise<string> {
  const { stateInForce } = await import('@/app/_server/review/stateInForce')
  return (await stateInForce(undefined, taskQueueId, undefined)).seen
}
