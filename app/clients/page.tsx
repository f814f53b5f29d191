import type { Metadata } from 'next'
import { expireClient, makeClient, rotateClient, switchClient } from '@/app/_server/actions/clientActions'
import { guardedPage } from '@/app/_server/guard/guardedPage'
import { services } from '@/app/_server/services/services'
import { currentSession } from '@/app/_server/services/session'
import { ClientButtons, NewClient } from '@/app/_ui/accounts/ClientForms.client'
import { Code } from '@/app/_ui/components/Code'
import { CollapsibleDetail } from '@/app/_ui/components/Collapsible'
import { Message } from '@/app/_ui/components/Message'
import { Panel } from '@/app/_ui/components/Panel'
import { Table } from '@/app/_ui/components/Table'
import { Tag } from '@/app/_ui/components/Tag'
import { When } from '@/app/_ui/components/When'
import { PageHeader } from '@/app/_ui/page/PageHeader'
import { PermissionNote } from '@/app/_ui/page/PermissionNote'
import { listClients } from '@/lib/auth/clients/listClients'
import { permission, permissionWithin } from '@/lib/auth/permissions'

export const metadata: Metadata = { title: 'Clients' }

export default guardedPage('clientReaders', ClientsPage)

const quarter = 90 * 24 * 60 * 60 * 1000

const scopesShown = 4

/** The Taskcluster clients of this server, and what can be done with them. */
async function ClientsPage() {
  const [session, { store, environment }] = await Promise.all([currentSession(), services()])
  // the scopes of another deployment mean its clients, not these
  const elsewhere = session?.rootUrl !== environment.rootUrl
  const held = elsewhere ? undefined : session?.scopes
  const clients = elsewhere ? [] : await listClients(store)
  const making = permissionWithin(held, 'auth:create-client:', '<clientId>')
  const now = new Date()
  const mayAll = (scope: string, scopes: string[] = []) => permission(held, { AllOf: [scope, ...scopes] }).allowed
  return (
    <>
      <PageHeader title="Clients">
        Who may use the services of this server: people, workers, scripts. A client has no more scopes than whoever made
        it, and its access token is shown once.
      </PageHeader>
      <div className="space-y-5">
        {elsewhere && (
          <Message kind="notice">
            You are signed in with another deployment. Sign in with a client of this server to see its clients.
          </Message>
        )}
        <Panel title="Another client">
          <PermissionNote to="make one" permission={making} className="mb-3" />
          <NewClient
            make={makeClient}
            firstDay={new Date(now.getTime() + quarter).toISOString().slice(0, 10)}
            disabled={!making.allowed}
          />
        </Panel>
        <Panel title="Clients of this server">
          <Table stack caption="Clients" head={['Client', 'Scopes', 'Made', 'State', 'Change']}>
            {clients.map(({ clientId, scopes, description, createdBy, createdAt, expires, disabled, hasToken }) => (
              <tr key={clientId}>
                <th scope="row">
                  <Code className="break-all">{clientId}</Code>
                  <span className="block max-w-64 text-[0.82rem] font-normal text-ink-soft">{description}</span>
                </th>
                <td>
                  <ul className="space-y-0.5">
                    {scopes.slice(0, scopesShown).map((scope) => (
                      <Scope key={scope} scope={scope} />
                    ))}
                  </ul>
                  {scopes.length === 0 && <span className="text-ink-soft">none</span>}
                  {scopes.length > scopesShown && (
                    <CollapsibleDetail label={`${scopes.length - scopesShown} more`}>
                      <ul className="space-y-0.5">
                        {scopes.slice(scopesShown).map((scope) => (
                          <Scope key={scope} scope={scope} />
                        ))}
                      </ul>
                    </CollapsibleDetail>
                  )}
                </td>
                <td>
                  <When at={createdAt} />
                  {createdBy !== '' && ` by ${createdBy}`}
                </td>
                <td>
                  {disabled ? (
                    <Tag tone="bad">off</Tag>
                  ) : expires <= now ? (
                    <Tag tone="bad">over</Tag>
                  ) : !hasToken ? (
                    <Tag tone="bad">needs a token</Tag>
                  ) : (
                    <Tag tone="good">good</Tag>
                  )}
                  <span className="block text-[0.82rem] text-ink-soft">
                    {clientId === 'admin' ? (
                      'for good'
                    ) : (
                      <>
                        until <When at={expires} />
                      </>
                    )}
                  </span>
                </td>
                <td>
                  <ClientButtons
                    key={`${expires.toJSON()} ${disabled}`}
                    clientId={clientId}
                    own={clientId === 'admin'}
                    disabled={disabled}
                    day={expires.toISOString().slice(0, 10)}
                    may={{
                      toggle:
                        clientId !== 'admin' &&
                        (disabled
                          ? mayAll(`auth:enable-client:${clientId}`, scopes)
                          : mayAll(`auth:disable-client:${clientId}`)),
                      expire: clientId !== 'admin' && mayAll(`auth:update-client:${clientId}`, scopes),
                      rotate: mayAll(`auth:reset-access-token:${clientId}`, scopes),
                    }}
                    actions={{
                      toggle: switchClient.bind(null, clientId, !disabled),
                      expire: expireClient.bind(null, clientId),
                      rotate: rotateClient.bind(null, clientId),
                    }}
                  />
                </td>
              </tr>
            ))}
          </Table>
          <p className="mt-3 text-[0.82rem] text-ink-soft">
            Changing a client takes <Code>auth:disable-client:</Code>, <Code>auth:enable-client:</Code>,{' '}
            <Code>auth:update-client:</Code> or <Code>auth:reset-access-token:</Code> with its id and, where it gives
            something, the scopes that the client has. What you lack is disabled.
          </p>
        </Panel>
      </div>
    </>
  )
}

function Scope({ scope }: { scope: string }) {
  return (
    <li className="break-all">
      <Code>{scope}</Code>
    </li>
  )
}
