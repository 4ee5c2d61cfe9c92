/** Something that the person at the keyboard can put right: printed as its message alone, without a stack. */
export class PersonError extends Error {
  override readonly name = 'PersonError';
}
