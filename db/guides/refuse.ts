import { Final } from '../../core/errors.ts'

export function noGuide(): Final {
  return new Final({
    code: 'guide.not-found',
    message: 'There is no such guide in this group, or no such version of it.',
    fix: "Look at the list of the group's guides.",
  })
}

/** Of a title that another guide of the group has. */
export function takenTitle(): Final {
  return new Final({
    code: 'guide.title-taken',
    message: 'Another guide of this group has this title.',
    fix: 'Choose another title, or write in that one.',
  })
}

/** Of whoever wrote on what was not the newest version any more. */
export function guideChanged(newest: number): Final {
  return new Final({
    code: 'guide.changed',
    message: `Somebody else wrote version ${newest} while you were writing.`,
    fix: 'Copy your text, read the newest version, and write what is still missing into it.',
  })
}
