import { LogIn } from 'lucide-react'
import type { Metadata } from 'next'
import { Code } from '@/app/components/Code'
import { DownloadLink } from '@/app/components/DownloadLink'
import { Message } from '@/app/components/Message'
import { PageHeader } from '@/app/components/PageHeader'
import { Panel } from '@/app/components/Panel'
import { guardedPage } from '@/app/guard/guardedPage'
import { currentSession } from '@/app/server/currentSession'
import { services } from '@/app/server/services'
import { loginProblem } from '@/lib/auth/login/loginProblem'
import { SignInForms } from './SignInForms.client'
import { signIn } from './signIn'

export const metadata: Metadata = { title: 'Sign in', referrer: 'no-referrer' }

export default guardedPage('everyone', SignInPage)

/** Who wants to change something signs in here. `?token=` is the sign-in link of the server, `?failed=` why a login elsewhere was none. */
async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  const [{ token, failed }, session, { sessions, login, environment }] = await Promise.all([
    searchParams,
    currentSession(),
    services(),
  ])
  const problem = typeof failed === 'string' ? loginProblem(failed) : undefined
  return (
    <>
      <PageHeader title="Sign in">
        {environment.publicRead && 'Everybody can read. '}
        What you may change is decided by the scopes of your Taskcluster client. The server prints a sign-in link when
        it starts for the first time, <Code>wtd sign-in-link</Code> makes another one where it runs, and credentials are
        in <Code>admin-credentials.json</Code> in its data directory.
      </PageHeader>
      <div className="max-w-xl space-y-4">
        {session !== undefined && (
          <Message kind="success" word="Signed in">
            You are <Code>{session.who}</Code>.
          </Message>
        )}
        {problem !== undefined && (
          <Message kind="error" role="alert">
            {problem.message}. {problem.help}
          </Message>
        )}
        {login !== undefined && (
          <Panel
            title="Your deployment"
            note={`At ${new URL(login.rootUrl).host} you are asked whether this server may act for you.`}
          >
            <DownloadLink href="/sign-in/deployment">
              <LogIn aria-hidden />
              Sign in at {new URL(login.rootUrl).host}
            </DownloadLink>
          </Panel>
        )}
        <SignInForms
          token={typeof token === 'string' ? token : undefined}
          rootUrls={[sessions.elsewhere?.rootUrl ?? [], sessions.rootUrl].flat()}
          signIn={signIn}
        />
      </div>
    </>
  )
}
