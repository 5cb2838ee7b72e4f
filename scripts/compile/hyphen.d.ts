declare module 'hyphen' {
	/** Levels and letter trie of one language, as the files in `hyphen/patterns` export them. */
	export type Patterns = readonly unknown[];
	interface Options {
		readonly minWordLength?: number;
		readonly html?: boolean;
	}
	/** Makes a function that puts soft hyphens into a text. */
	export default function createHyphenator(patterns: Patterns, options?: Options): (text: string) => string;
}
