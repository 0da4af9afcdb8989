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

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text made safe for HTML and XML, in content and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => references[character]!)
}
