/** Which new passwords are refused, and why. */
import type { PasswordProblem } from '../../src/shared/forms';

/** What a password must not be made of. */
export interface PasswordContext {
  readonly brand: string;
  readonly username: string;
  readonly email?: string;
}

/** In code points. */
export interface PasswordPolicy {
  readonly min: number;
  readonly max: number;
}

export type JudgePassword = (password: string, context: PasswordContext) => readonly PasswordProblem[];
