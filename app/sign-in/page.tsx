import type { Metadata } from 'next'
import { Code } from '../components/Code'
import { Message } from '../components/Message'
import { PageHeader } from '../components/PageHeader'
import { guardedPage } from '../guard/guardedPage'
import { currentSession } from '../server/currentSession'
import { SignInForms } from './SignInForms.client'
import { signIn } from './signIn'

export const metadata: Metadata = { title: 'Sign in', referrer: 'no-referrer' }

/** Who wants to change something signs in here. */
export default guardedPage('everyone', SignInPage)

async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  const { token } = await searchParams
  const session = await currentSession()
  return (
    <>
      <PageHeader title="Sign in">
        Everybody can read; who is signed in can change designs and register worker types. The server prints a sign-in
        link when it starts, and keeps credentials in <Code>admin-credentials.json</Code> in its data directory.
      </PageHeader>
      {session !== undefined && (
        <div className="mb-4 max-w-xl">
          <Message kind="success" word="Signed in">
            You are <Code>{session.clientId}</Code>.
          </Message>
        </div>
      )}
      <SignInForms token={typeof token === 'string' ? token : undefined} signIn={signIn} />
    </>
  )
}
