import { currencyBefore } from './currencies.ts';
import { englishDates } from './english-dates.ts';
import { multiplierOf } from './english-numerals.ts';
import { englishUnitAt } from './english-units.ts';
import { englishWords } from './english-words.ts';
import { type Fact, labelFact, numberFact, percentFact } from './fact.ts';
import { rangeValues, shortYears } from './ranges.ts';
import { createReader, type Found, type Groups, type Reading } from './readings.ts';

const figures: readonly Reading[] = [
	{
		starts: ['0'],
		form: '(?<=(?<![A-Za-z])(?!(?:pre|post|mid|since|non)-)(?<label>[A-Za-z]+)-?)(?<labelled>\\d+(?:\\.\\d+)?)(?![\\d,])',
		read: ({ label = '', labelled }, at) => [labelFact(at, label.toLowerCase(), Number(labelled))],
	},
	{
		starts: ['0'],
		form: '(?<figures>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?<ending>(?:st|nd|rd|th)\\b)?(?:[\\s-]?(?<multiplier>hundred|thousand|million|billion|trillion|mn|bn|tn|[kmb])(?![A-Za-z]))?',
		read: readFigures,
	},
];

function readFigures({ figures: given = '', ending, multiplier = '' }: Groups, at: Found): readonly Fact[] {
	const { text, start, end } = at;
	const currency = currencyBefore(text, start);
	const bare = Number(given.replaceAll(',', ''));
	// A metre, a byte or a name such as 4K: what it is cannot be known.
	if (/^[kmb]$/.test(multiplier) && !currency) return [labelFact(at, multiplier, bare)];
	const value = bare * (multiplierOf(multiplier) ?? 1);
	const after = text.slice(end, end + 24);
	const sign = /^\s?%|^[\s-](?:percent|per\scent)\b/.exec(after)?.[0];
	if (sign !== undefined) return [percentFact({ start, end: end + sign.length }, value, 'firm')];
	if (/^\s?(?:–|—|-|to|and|or)\s?\d+(?:\.\d+)?(?:\s?%|\sper\s?cent)/.test(after)) {
		return [percentFact(at, value, 'firm', true)];
	}
	const unit = currency ?? englishUnitAt(text, end);
	const suffix = /^[A-Za-z]+/.exec(after)?.[0];
	if (suffix !== undefined && suffix !== 'x' && !unit) return [labelFact(at, suffix.toLowerCase(), value)];
	const isBare = !unit && multiplier === '' && ending === undefined;
	const isDate = isBare && /^(?:1\d|20|21)\d\d$/.test(given);
	const others = [
		...shortYears(at, given),
		...(multiplier === '' ? rangeValues(at, value, multiplierBehind) : []),
		...(unit?.units.includes('decade') ? [10 * value] : []),
		...(/^(?:\stimes|-fold|x\b)/.test(after) ? [value + 1, value - 1] : []),
	];
	const strength = value === 0 || value === 1 ? 'hint' : 'firm';
	return [numberFact(at, value, { strength, isDate, unit }, others)];
}

function multiplierBehind(after: string): number | undefined {
	return multiplierOf(/^\s?(hundred|thousand|million|billion|trillion|mn|bn|tn)\b/.exec(after)?.[1] ?? '');
}

const readings = [...englishDates, ...figures, ...englishWords];

const readAt = createReader(readings);

const starts: ReadonlySet<string> = new Set(readings.flatMap((reading) => reading.starts));

/** The lengths of the starts by their first letter, one bit a length: it tells most words of a text apart at once. */
const lengths = lengthsOf(starts);

function lengthsOf(words: Iterable<string>): ReadonlyMap<number, number> {
	const found = new Map<number, number>();
	for (const word of words) {
		const first = word.charCodeAt(0);
		found.set(first, (found.get(first) ?? 0) | (1 << word.length));
	}
	return found;
}

/** What an English text says by numbers, in its order. */
export function englishFacts(text: string): readonly Fact[] {
	const facts: Fact[] = [];
	for (let index = 0; index < text.length; ) {
		const code = text.charCodeAt(index);
		const end = isLetter(code) ? endOfWord(text, index) : index + 1;
		const start = isDigit(code) ? '0' : isLetter(code) ? startOf(text, index, end) : '';
		const found = start === '' ? undefined : readAt(start, text, index);
		if (found) facts.push(...found.facts);
		index = found?.end ?? end;
	}
	return facts;
}

/** The word in small letters where a statement may begin with it. */
function startOf(text: string, index: number, end: number): string {
	const length = end - index;
	if (length > 30 || ((lengths.get(text.charCodeAt(index) | 32) ?? 0) & (1 << length)) === 0) return '';
	const word = text.slice(index, end).toLowerCase();
	return starts.has(word) ? word : '';
}

function endOfWord(text: string, start: number): number {
	let end = start + 1;
	while (isLetter(text.charCodeAt(end))) end += 1;
	return end;
}

function isDigit(code: number): boolean {
	return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
