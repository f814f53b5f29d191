import { defineMethod } from '@/lib/queue/api/defineMethod'
import { scopeSet } from '@/lib/queue/schemas/scopeSet'

export const currentScopes = defineMethod({
  name: 'currentScopes',
  method: 'get',
  route: '/scopes/current',
  output: scopeSet,
  stability: 'stable',
  category: 'Scopes and Auth',
  title: 'Get the scopes of the caller',
  description: 'What the credentials of this request allow. Roles are not expanded here.',
  async handle({ authenticate }) {
    const { scopes } = await authenticate()
    return { scopes }
  },
})
