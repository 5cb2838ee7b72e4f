/** Which checks of text and translation are made, by the name of the rule; one that is not named is made. */
export type Checks = Readonly<Record<string, boolean>>;
