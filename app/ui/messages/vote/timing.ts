import { inWords } from '../in-words.ts'

export const words = inWords('vote/timing', {
  whoseVotesCountIs: 'Whose votes count is fixed when it opens,',
  closes: 'Closes',
  itWonSnpdPuts: 'It won. SNPD puts it in line; anybody else can too.',
  itWonAndEveryone: 'It won, and everyone can see what comes. It takes effect',
  takenBackNothing: 'Taken back: nothing changes.',
  inForceSince: 'In force since',
  closed: 'Closed',
})
