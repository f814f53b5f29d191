import { ButtonLink } from './_ui/components/Button'

/** Instead of any page, for whoever is not signed in where that is needed. It says nothing of what is there. */
export default function Unauthorized() {
  return (
    <div className="max-w-prose space-y-3">
      <h1 className="text-2xl font-semibold">Sign in to read this</h1>
      <p>This server shows its pages to people who are signed in.</p>
      <ButtonLink href="/sign-in" variant="primary">
        Sign in
      </ButtonLink>
    </div>
  )
}
