import type { Localized, Place } from './language.ts';

/** An entry of terms.yaml. */
export interface Term {
	/** What it is called, by language. What must not be translated is the same in all of them, and has one text alone. */
	readonly name: string | Localized<string>;
	/** Other forms that are right as well. */
	readonly allowed: Localized<readonly string[]>;
	/** Forms that must not be used. */
	readonly avoid: Localized<readonly string[]>;
	readonly place: Place;
}
