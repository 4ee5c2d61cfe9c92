/** A variable that is missing or wrong. The message is for the operator: it names the variable and the remedy, and no secret. */
export class ConfigurationError extends TypeError {
  override readonly name = 'ConfigurationError';

  /** @param faults One line each. */
  constructor(faults: readonly string[]) {
    super(`The Worker is not configured:\n${faults.join('\n')}`);
  }
}
