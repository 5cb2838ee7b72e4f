import { type Fact, numberFact } from './fact.ts';

/**
 * The figures of a text in a language whose words for numbers are not known. Point and comma may part thousands or
 * decimals, so a number can have two values.
 */
export function plainFacts(text: string): readonly Fact[] {
	return [...text.matchAll(/\d+(?:[.,\u2009\u00a0\u202f]\d+)*/g)].map((match) => {
		const [given] = match;
		const span = { start: match.index, end: match.index + given.length };
		const joined = Number(given.replace(/\D/g, ''));
		const parted = Number(given.replace(/[^\d.,]/g, '').replace(',', '.'));
		const others = Number.isNaN(parted) || parted === joined ? [] : [parted];
		return numberFact(span, joined, { strength: joined < 2 ? 'hint' : 'loose' }, others);
	});
}
