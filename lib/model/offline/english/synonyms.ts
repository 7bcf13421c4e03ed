/**
 * Words that say the same of a task, so that "rang the dentist" finds "Call the dentist".
 */
const GROUPS = `
  call ring phone telephone
  buy get purchase grab
  pay settle
  fix repair mend
  post mail send
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
  birthday bday`;

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

/** Whether two words, in their plain form, mean the same. */
export const areSynonyms = (word: string, other: string): boolean => {
  const group = groupOf.get(word);
  return group !== undefined && group === groupOf.get(other);
};
