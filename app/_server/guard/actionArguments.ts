import { z } from 'zod'

/** What the arguments of an action are, one by one; more than these are not looked at. */
export type ArgumentSchemas<Args extends unknown[]> = { readonly [Index in keyof Args]: z.ZodType<Args[Index]> }

/** An id of something. None is that long, and none has U+0000, which no database can be asked for. */
export const idText = z
  .string()
  .max(1000)
  .refine((text) => !text.includes('\0'))
export const formData = z.instanceof(FormData)
/** A number of a version. */
export const wholeNumber = z.int()
export const flag = z.boolean()

/** Whether arguments are what an action takes. */
export function matchArguments<Args extends unknown[]>(takes: ArgumentSchemas<Args>, args: unknown[]): args is Args {
  return takes.every((schema, index) => schema.safeParse(args[index]).success)
}

/** A text field of a form; anything else counts as empty. */
export function formText(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
