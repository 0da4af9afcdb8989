/** How the table of characters marks, for each code point, that only one script has it. */
export const scriptMarks = {traditional: 1, simplified: 2} as const

/** The first code point that the table of readings has. */
export const firstRead = 0x3000

/** What the table of rarity counts in a bit. */
export const rarityUnit = 8
