/**
 * Words that say the same of a task, so that "rang the dentist" finds "Call the dentist".
 */
const GROUPS = `
  call ring phone telephone
  buy get purchase grab
  pay settle
  fix repair mend
  post mail send email forward
  hoover vacuum
  book schedule arrange
  mum mom mother mam
  dad father
  doctor doc gp
  appointment appt
  prescription meds
  groceries shopping
  laundry washing
  trash rubbish garbage bins
  holiday vacation
  flat apartment
  fridge refrigerator
  photo picture
  birthday bday
  chapter ch
  meeting mtg
  homework hw
  number no nr
  reservation booking
  presentation deck slides
  chemistry chem
  biology bio
  mathematics maths math
  psychology psych
  history hist
  statistics stats
  laboratory lab
  calculus calc
  professor prof
  university uni
  information info
  application app
  conference conf
  registration reg
  assignment asgmt
  television tv telly
  vehicle car`;

const groupOf: ReadonlyMap<string, number> = new Map(
  GROUPS.trim()
    .split("\n")
    .flatMap((group, index) =>
      group
        .trim()
        .split(" ")
        .map((word): [string, number] => [word, index]),
    ),
);

/** Endings that words of one root differ in. */
export const ENDINGS = /(?:ations?|itions?|ions?|ments?|als?|ate|e|y)$/;

/** Whether two words, in their plain form, mean the same. */
export const areSynonyms = (word: string, other: string): boolean => {
  const group = groupOf.get(word);
  return group !== undefined && group === groupOf.get(other);
};
