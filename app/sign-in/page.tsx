import { LogIn } from 'lucide-react'
import type { Metadata } from 'next'
import { signIn } from '@/app/_server/actions/signIn'
import { guardedPage } from '@/app/_server/guard/guardedPage'
import { services } from '@/app/_server/services/services'
import { currentSession } from '@/app/_server/services/session'
import { SignInForms } from '@/app/_ui/accounts/SignInForms.client'
import { DownloadLink } from '@/app/_ui/components/Button'
import { Code } from '@/app/_ui/components/Code'
import { Message } from '@/app/_ui/components/Message'
import { Panel } from '@/app/_ui/components/Panel'
import { PageHeader } from '@/app/_ui/page/PageHeader'
import { loginProblem } from '@/lib/auth/login/loginProblem'

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
