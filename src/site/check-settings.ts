/** What `dibao check` looks for, by the names that `checks` in `dibao.yml` has for it. */
export const checkNames = [
  'links',
  'anchors',
  'pictures',
  'alt',
  'duplicates',
  'scripts',
  'dates',
  'privacy',
  'contacts',
  'hidden',
  'words',
] as const

export type CheckName = (typeof checkNames)[number]

/** How a check is taken: as an error, as a warning, or not at all. */
export const checkLevels = ['error', 'warning', 'off'] as const

export type CheckLevel = (typeof checkLevels)[number]

/** Levels that a site sets; a check without one has that of its problems. */
export type CheckSettings = Readonly<Partial<Record<CheckName, CheckLevel>>>
