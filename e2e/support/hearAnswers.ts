import type { Page } from '@playwright/test'

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

/** Hears what a browser is answered from now on; the result waits for the last answer. */
export function hearPage(page: Page, rootUrl: string, heard: Heard[]): () => Promise<unknown> {
  const pending: Promise<unknown>[] = []
  page.context().on('response', (answer) => {
    const { origin, pathname, search } = new URL(answer.url())
    if (origin !== rootUrl) return
    const take = async () => {
      // a redirect has no body, and what the browser has thrown away cannot be read
      const content = await answer.body().catch(() => Buffer.alloc(0))
      const headers = headersOf(Object.entries(await answer.allHeaders()))
      const place = `response ${answer.request().method()} ${pathname}${search}`
      heard.push({ place, content: headers }, { place, content })
    }
    pending.push(take())
  })
  return () => Promise.all(pending)
}

function headersOf(headers: [string, string][]): Buffer {
  return Buffer.from(headers.map((each) => `${each.join(': ')}\n`).join(''))
}
