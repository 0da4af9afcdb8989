/**
 * Markup that is safe to write out as it stands. Templates escape every string; only a value of
 * this class is not escaped, so trust is in the type of a value and never in a template.
 */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}
