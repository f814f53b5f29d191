/** Whether a name stands for somebody else in the audit: who is not signed in. It is compared as people read it. */
export function isReservedName(clientId: string): boolean {
  return clientId.toLowerCase() === 'nobody'
}
