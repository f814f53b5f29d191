import { ButtonLink } from './_ui/components/Button'
import { Code } from './_ui/components/Code'

/** Instead of a page, for whoever is signed in and lacks the scope for it. It says nothing of what is there. */
export default function Forbidden() {
  return (
    <div className="max-w-prose space-y-3">
      <h1 className="text-2xl font-semibold">You may not read this</h1>
      <p>
        Reading takes the scope <Code>worker-types:view</Code>, the pages of admins take scopes of their own. Ask an
        admin of this server for them, or sign in as somebody else.
      </p>
      <ButtonLink href="/sign-in" variant="primary">
        Sign in
      </ButtonLink>
    </div>
  )
}
