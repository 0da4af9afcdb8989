// The names alone, so that who asks where a site's files lie need not load what reads them.

/** Name of the file, beside `dibao.yml`, in which every address ever published is kept. */
export const ledgerFile = 'permalinks.jsonl'

/** Name of the file, beside `dibao.yml`, in which old addresses are listed. */
export const redirectFile = 'redirects.csv'

/** Names of the file, beside `dibao.yml`, with a site's own code; the first that is there counts. */
export const extensionFiles = ['dibao.config.mjs', 'dibao.config.js'] as const
