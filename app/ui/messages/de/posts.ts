import type { kindWords, newWords, postWords } from '../en-posts.ts'

export const postsGerman: {
  'posts.kindWords': typeof kindWords
  'posts.postWords': typeof postWords
  'posts.new': typeof newWords
} = {
  'posts.kindWords': { intel: 'Intel', line: 'Schlange', win: 'W', loss: 'L', question: 'Frage' },
  'posts.postWords': {
    street: 'Die Straße',
    streetWhat: 'Was Mitglieder sehen, hören und coppen. In deiner Nähe, wenn du es nah willst.',
    post: 'Post',
    posts: 'Posts',
    write: 'Posten',
    nobody: 'Jemand, der gegangen ist',
    anonymous: 'hier anonym',
    you: 'du',
    yourArea: 'in deiner Gegend',
    edited: 'bearbeitet',
    gone: 'Zurückgenommen. Die Antworten darauf stehen noch.',
    hidden: 'Nur du siehst das, bis die Moderation es angesehen hat.',
    readAll: 'Alles lesen',
    score: 'Punkte',
    likes: 'Likes',
    groups: 'Cook Groups',
    loading: 'Posts werden geladen',
    older: 'Ältere Posts zeigen',
    empty: 'Still hier draußen',
    emptyFix:
      'Sag, was du siehst: eine Schlange, einen Restock, eine Frage. Da draußen will es jemand wissen.',
    emptyFollowing: 'Niemand, dem du folgst, hat gepostet',
    emptyFollowingFix: 'Folg Mitgliedern auf ihren Seiten, dann kommt hier, was sie posten.',
    followSignedOut: 'Melde dich an, um zu sehen, wem du folgst',
    signIn: 'Anmelden',
    peek: 'Du schaust aus der Ferne auf diesen Ort: Genauer als die Stadt wird kein Ort genannt.',
    whose: 'Wessen Posts',
    order: 'Reihenfolge',
    everywhere: 'Überall',
    nearMe: 'In meiner Nähe',
    following: 'Folge ich',
    newest: 'Neu',
    hot: 'Heiß',
    city: 'In eine Stadt schauen',
    onePair: 'Ein Paar',
    oneShop: 'Ein Shop',
    takeOff: 'wegnehmen',
    savedTitle: 'Gespeichert',
  },
  'posts.new': {
    some: { one: '1 neuen Post zeigen', other: '{n} neue Posts zeigen' },
    many: '{n} oder mehr neue Posts zeigen',
  },
}
