import { ButtonLink } from './_ui/components/Button'

/** A page that does not exist. */
export default function NotFound() {
  return (
    <div className="max-w-prose space-y-3">
      <h1 className="text-2xl font-semibold">There is nothing here</h1>
      <p>The address is wrong, or what was here has been deleted.</p>
      <div className="flex gap-2">
        <ButtonLink href="/" variant="primary">
          Worker types
        </ButtonLink>
        <ButtonLink href="/designs">Designs</ButtonLink>
      </div>
    </div>
  )
}
