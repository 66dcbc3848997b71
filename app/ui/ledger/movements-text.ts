/** "1 movement", "65 movements" */
export const movementsText = (count: number) => (count === 1 ? '1 movement' : `${count} movements`)
