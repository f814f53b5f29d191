import { AsyncLocalStorage } from 'node:async_hooks'

const key = Symbol.for('worker-type-designer.request')
const requests = new AsyncLocalStorage()
globalThis[key] = requests

/**
 * Answers a request, and says 400 where Next says 500 because it could not read what was sent to a server action: it decodes arguments before
 * anything of ours runs, and takes whatever it cannot decode for a fault of the server. An action that was reached says so by `app/guard/markReached`, and its
 * faults stay faults.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {() => unknown} answer
 */
export function answerBrokenActions(request, response, answer) {
  if (request.method !== 'POST' || request.headers['next-action'] === undefined) return answer()
  const state = { reached: false }
  const writeHead = response.writeHead
  response.writeHead = (status, ...rest) =>
    writeHead.call(response, status === 500 && !state.reached ? 400 : status, ...rest)
  return requests.run(state, answer)
}
