import { missingScopes, type ScopeExpression } from '../../auth/scopes'
import { ApiError } from './apiError'
import type { Caller } from './method'

/** The refusal of a caller, with what is missing and what was needed. */
export function insufficientScopes(caller: Caller, needed: ScopeExpression): ApiError {
  const who = caller.status === 'auth-success' ? `Client ID ${caller.clientId}` : 'A caller without credentials'
  const json = (value: unknown) => JSON.stringify(value, null, 2)
  return new ApiError(
    'InsufficientScopes',
    `${who} does not have sufficient scopes and is missing the following scopes:\n\n` +
      `\`\`\`\n${json(missingScopes(caller.scopes, needed))}\n\`\`\`\n\n` +
      `This request requires the client to satisfy the following scope expression:\n\n\`\`\`\n${json(needed)}\n\`\`\``,
  )
}
