import {type Checked, type Diagnostic, isError, report, type Where} from '../base/diagnostic.ts'
import {type EditionTag, editionTags} from '../base/script.ts'
import type {FieldValue} from './field-value.ts'
import {unknownEdition, wrongKind} from './problems.ts'
import type {Conversion} from './record.ts'
import {canonicalName} from './schema.ts'
import {readBlock} from './yaml-block.ts'

const example = '涂先生: 涂先生'

/**
 * Reads a glossary: for a text as it stands after repair, how each edition writes it. A plain text
 * is meant for every edition; a mapping names them, and one that is not named keeps the text. The
 * value is undefined when there is an error.
 */
export function parseGlossary(file: string, text: string): Checked<Conversion | undefined> {
  const {value: fields, diagnostics} = readBlock(file, text)
  if (!fields) return {value: undefined, diagnostics}
  const found: Diagnostic[] = [...diagnostics]
  const entries = [...fields].map(([term, field]) => {
    const where = {file, place: field.place, field: term}
    return [term, readForms(field.value, where, found)] as const
  })
  const value = found.some(isError) ? undefined : Object.fromEntries(entries)
  return {value, diagnostics: found}
}

/** How each edition writes a phrase. */
export type PhraseForms = Conversion[string]

/** The forms that a value of a glossary names; what is wrong with it is put into `found`. */
export function readForms(value: FieldValue, where: Where, found: Diagnostic[]): PhraseForms {
  if (value.kind === 'text') {
    return Object.fromEntries(editionTags.map((tag) => [tag, value.text]))
  }
  if (value.kind !== 'mapping') {
    const kind = value.kind === 'none' ? 'text' : value.kind
    found.push(report(wrongKind, where, {found: kind, expected: 'textOrMapping', example}))
    return {}
  }
  const forms: [EditionTag, string][] = []
  for (const [name, field] of value.fields) {
    const tag = editionTags.find((known) => canonicalName(known) === canonicalName(name))
    const at = {...where, place: field.place}
    if (!tag) found.push(report(unknownEdition, at, {found: name}))
    else if (field.value.kind === 'text') forms.push([tag, field.value.text])
    else found.push(report(wrongKind, at, {found: 'mapping', expected: 'text', example}))
  }
  return Object.fromEntries(forms)
}

/** The line of a glossary that says how each edition writes `phrase`. */
export function formatGlossaryEntry(phrase: string, forms: PhraseForms): string {
  return `${JSON.stringify(phrase)}: ${formatForms(forms)}\n`
}

/** The forms of a phrase, as a glossary has them. */
export function formatForms(forms: PhraseForms): string {
  const written = editionTags.flatMap((tag) => {
    const form = forms[tag]
    return form === undefined ? [] : [`${tag}: ${JSON.stringify(form)}`]
  })
  return `{${written.join(', ')}}`
}
