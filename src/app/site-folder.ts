import {join, resolve} from 'node:path'
import {ledgerFile, redirectFile} from '../site/site-files.ts'

/** Where the parts of a site lie on the disk, as absolute paths. */
export interface SiteFolder {
  readonly root: string
  readonly config: string
  /** How the site writes names and words that the tables do not know. */
  readonly glossary: string
  /** Where editors answer what the program was not sure of. */
  readonly review: string
  /** Every address that was ever published. */
  readonly ledger: string
  /** Old addresses, as of a site of before, and where they lead. */
  readonly redirects: string
  readonly content: string
  readonly templates: string
  readonly public: string
  /** The published site. */
  readonly output: string
  /** What saves work the next time; it can be removed at any time. */
  readonly cache: string
}

/** The parts of the site in `root`. */
export function toSiteFolder(root: string): SiteFolder {
  const at = (name: string): string => join(resolve(root), name)
  return {
    root: resolve(root),
    config: at('dibao.yml'),
    glossary: at('glossary.yml'),
    review: at('review.yml'),
    ledger: at(ledgerFile),
    redirects: at(redirectFile),
    content: at('content'),
    templates: at('templates'),
    public: at('public'),
    output: at('dist'),
    cache: at('.cache'),
  }
}
