/** unknown: the browser does not say, and it cannot be tried. */
export type Answer = "yes" | "no" | "unknown";

/** The result of one try. */
export interface Found {
  answer: Answer;
  said: string; // what was found, for the clerk; "" = the answer says everything
}
