/** Where the server keeps what it knows of the request that it is answering; it is told apart by the name in `scripts/steps/answerUnreadable`. */
const key = Symbol.for('worker-type-designer.request')

interface Kept {
  getStore(): { reached: boolean } | undefined
}

const kept: { [key: symbol]: Kept | undefined } = globalThis

/** Says that a request could be read, and that an action or a page answers it: what fails from here on is the fault of the server. */
export function markReached(): void {
  const request = kept[key]?.getStore()
  if (request !== undefined) request.reached = true
}
