import type { IncomingMessage, ServerResponse } from 'node:http'

export function answerBrokenActions(request: IncomingMessage, response: ServerResponse, answer: () => unknown): unknown
