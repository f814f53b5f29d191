import { AsyncLocalStorage } from 'node:async_hooks'

const key = Symbol.for('worker-type-designer.request')
const requests = new AsyncLocalStorage()
globalThis[key] = requests

/**
 * Answers a request, and says 400 where Next says 500 because it could not read what was sent: it decodes the arguments of actions and the state
 * of its router before anything of ours runs, and takes whatever it cannot decode for a fault of the server. What was reached says so by
 * `app/guard/markReached`, and its faults stay faults.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {() => unknown} answer
 */
export function answerUnreadable(request, response, answer) {
  const { headers } = request
  if (headers['next-action'] === undefined && headers['next-router-state-tree'] === undefined) return answer()
  const state = { reached: false }
  const writeHead = response.writeHead
  response.writeHead = (status, ...rest) =>
    writeHead.call(response, status === 500 && !state.reached ? 400 : status, ...rest)
  return requests.run(state, answer)
}
