/** What `npm run validate` is made of. */
export interface Check {
  /** What holds when it passes: `every link leads somewhere`. */
  readonly title: string;
  /** Finds what is wrong, one line each; empty when nothing is. */
  run(): Promise<readonly string[]> | readonly string[];
}
