import { fewScopes } from '@/lib/auth/fewScopes'
import { missingScopes, type ScopeExpression } from '@/lib/auth/scopes'
import { ApiError } from './apiError'
import type { Caller } from './method'

/** of each list in the message, in characters */
const longest = 4000

/** The refusal of a caller, with what is missing and what was needed. */
export function insufficientScopes(caller: Caller, needed: ScopeExpression): ApiError {
  const who = caller.status === 'auth-success' ? `Client ID ${caller.clientId}` : 'A caller without credentials'
  const missing = missingScopes(caller.scopes, needed)
  const json = (value: ScopeExpression) => JSON.stringify(fewScopes(value, longest), null, 2)
  return new ApiError(
    'InsufficientScopes',
    `${who} does not have sufficient scopes and is missing the following scopes:\n\n` +
      `\`\`\`\n${json(missing ?? { AllOf: [] })}\n\`\`\`\n\n` +
      `This request requires the client to satisfy the following scope expression:\n\n\`\`\`\n${json(needed)}\n\`\`\``,
  )
}
