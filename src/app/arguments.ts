import {parseArgs} from 'node:util'
import {type OptionName, options} from './options.ts'

/** What the options were set to; each that was not has its default. */
export type OptionValues = ReturnType<typeof parseOptions>['values']

/** Reads arguments. Throws when an option does not exist or lacks its value. */
export function parseOptions(args: readonly string[]) {
  const {values, positionals, tokens} = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    tokens: true,
  })
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []))
  return {values, positionals, given: given as readonly OptionName[]}
}
