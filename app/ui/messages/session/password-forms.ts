import { inWords } from '../in-words.ts'

export const words = inWords('session/password-forms', {
  usernameOrEmail: 'Username or email',
  password: 'Password',
  signIn: 'Sign in',
  username: 'Username',
  n3To30Letters: '3 to 30 letters, digits or _. Others see it.',
  email: 'Email',
  atLeastCharactersA: 'At least {MIN_LENGTH} characters: a short sentence does it.',
  createAccount: 'Create account',
  account: 'Account',
  member: 'Member',
  newHere: 'New here',
})
