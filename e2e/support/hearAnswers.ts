import type { Page, Route } from '@playwright/test'

/** What a server has answered: `response`, method, path and query; headers and body. */
export interface Heard {
  place: string
  content: Buffer
}

/** Sends a request that no page sends, and hears its answer. */
export async function sendAndHear(
  rootUrl: string,
  heard: Heard[],
  path: string,
  { method = 'GET', ...more }: RequestInit = {},
): Promise<Response> {
  const answer = await fetch(`${rootUrl}${path}`, { redirect: 'manual', method, ...more })
  const content = Buffer.from(await answer.clone().arrayBuffer())
  const place = `response ${method} ${path}`
  // apart, since a body may be an archive
  heard.push({ place, content: headersOf([...answer.headers]) }, { place, content })
  return answer
}

/**
 * Hears what a browser is answered from now on; the result waits for the last answer. Answers pass through here on their way: what a browser has
 * received can be asked of it only until it goes on to another page, which on a busy machine is too late.
 */
export async function hearPage(page: Page, rootUrl: string, heard: Heard[]): Promise<() => Promise<unknown>> {
  const pending: Promise<unknown>[] = []
  const take = async (route: Route) => {
    const request = route.request()
    const { pathname, search } = new URL(request.url())
    const answer = await route.fetch({ maxRedirects: 0 })
    const content = await answer.body()
    const headers = headersOf(answer.headersArray().map(({ name, value }) => [name, value]))
    const place = `response ${request.method()} ${pathname}${search}`
    heard.push({ place, content: headers }, { place, content })
    await route.fulfill({ response: answer, body: content })
  }
  await page.context().route(`${rootUrl}/**`, (route) => {
    // a page that is left does not wait for its answers, and then nobody is there to be given them
    const taken = take(route).catch(() => route.abort().catch(() => undefined))
    pending.push(taken)
    return taken
  })
  return () => Promise.all(pending)
}

function headersOf(headers: [string, string][]): Buffer {
  return Buffer.from(headers.map((each) => `${each.join(': ')}\n`).join(''))
}
