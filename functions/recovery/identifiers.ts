/** What a visitor typed, made canonical so that one account has one form. */

/** A canonical identifier. `value` is NFC, lower-cased; an e-mail's domain is punycode. */
export interface Identifier {
  readonly kind: 'username' | 'email' | 'phone';
  readonly value: string;
}
