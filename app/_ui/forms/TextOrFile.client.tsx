'use client'

import { FileUp } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { Button } from '@/app/_ui/components/Button'
import { FormField, inputStyle } from './FormField'

/**
 * A text that is pasted, or read from a file into the same place, so that it stays to be seen and corrected. Texts above `limit`
 * characters are not taken; the reason is told.
 */
export function TextOrFile({
  id,
  name,
  label,
  description,
  accept,
  limit,
  text,
  setText,
  setFileName,
  rows = 12,
}: {
  id: string
  name: string
  label: string
  description: ReactNode
  accept: string
  limit: number
  text: string
  setText: (text: string) => void
  setFileName?: (name: string) => void
  rows?: number
}) {
  const chooser = useRef<HTMLInputElement>(null)
  const [trouble, setTrouble] = useState<string>()
  const read = async (file: File | undefined) => {
    if (file === undefined) return
    if (file.size > limit)
      return setTrouble(`${file.name} has ${inWords(file.size)}; ${inWords(limit)} are taken here.`)
    try {
      setText(await file.text())
      setFileName?.(file.name)
      setTrouble(undefined)
    } catch {
      setTrouble(`${file.name} could not be read.`)
    }
  }
  const tooLong = text.length > limit
  const error = tooLong ? `The text has ${inWords(text.length)}; ${inWords(limit)} are taken here.` : trouble
  return (
    <FormField
      id={id}
      label={label}
      description={description}
      error={error}
      aside={
        <>
          <input
            ref={chooser}
            type="file"
            accept={accept}
            hidden
            onChange={(event) => {
              read(event.target.files?.[0])
              event.target.value = ''
            }}
          />
          <Button size="sm" onClick={() => chooser.current?.click()}>
            <FileUp aria-hidden />
            From a file
          </Button>
        </>
      }
    >
      <textarea
        id={id}
        name={name}
        rows={rows}
        value={text}
        wrap="off"
        spellCheck={false}
        aria-invalid={tooLong || undefined}
        aria-describedby={`${id}-about${error === undefined ? '' : ` ${id}-error`}`}
        className={`${inputStyle} font-mono`}
        onChange={(event) => setText(event.target.value)}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          const file = event.dataTransfer.files[0]
          if (file === undefined) return
          event.preventDefault()
          read(file)
        }}
      />
    </FormField>
  )
}

function inWords(size: number): string {
  return size < 1_000_000 ? `${Math.ceil(size / 1024)} KB` : `${(size / 1_000_000).toFixed(1)} MB`
}
