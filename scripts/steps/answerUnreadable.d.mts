import type { IncomingMessage, ServerResponse } from 'node:http'

export function answerUnreadable(request: IncomingMessage, response: ServerResponse, answer: () => unknown): unknown
