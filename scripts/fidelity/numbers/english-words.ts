import { numberWords, ordinalWords, readOrdinal, readWords, tensWords } from './english-numerals.ts';
import { englishUnitAt } from './english-units.ts';
import {
	type Fact,
	fractionFact,
	hintFact,
	numberFact,
	numberKey,
	percentFact,
	type Strength,
} from './fact.ts';
import type { Found, Reading } from './readings.ts';

const word = `(?:${numberWords.join('|')})`;

const parts: Readonly<Record<string, number>> = { third: 3, quarter: 4, fifth: 5, tenth: 10 };

const half = [numberKey(0.5), 'percent 50', 'part 1/2', numberKey(30), numberKey(6)];
const two = [numberKey(2), numberKey(1), 'percent 100'];
const three = [numberKey(3), numberKey(2)];
const four = [numberKey(4), numberKey(3)];

/** Words that say a number by the way. */
const hints: Readonly<Record<string, readonly string[]>> = {
	half,
	halves: half,
	...Object.fromEntries(
		[
			...['both', 'twice', 'double', 'doubled', 'doubles', 'doubling', 'pair', 'pairs', 'couple', 'dual'],
			...['bilateral', 'bilingual', 'twofold'],
		].map((one) => [one, two]),
	),
	...Object.fromEntries(
		['triple', 'tripled', 'tripling', 'threefold', 'trilateral'].map((one) => [one, three]),
	),
	...Object.fromEntries(['quadruple', 'quadrupled', 'fourfold'].map((one) => [one, four])),
	quarter: [numberKey(4), 'percent 25', 'part 1/4', numberKey(15), numberKey(3)],
	quarters: [numberKey(4)],
	dozen: [numberKey(12)],
	decade: [numberKey(10)],
	decades: [],
	centuries: [numberKey(100)],
	millennium: [numberKey(1000)],
	millennia: [numberKey(1000)],
	once: [numberKey(1)],
	single: [numberKey(1)],
};

/** What English texts say by words for numbers. */
export const englishWords: readonly Reading[] = [
	{
		starts: ['one', 'two', 'three', 'four'],
		form: '(?<above>[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our)[\\s-](?<part>third|quarter|fifth|tenth)s?\\b',
		read: ({ above = '', part = '' }, at) => [
			fractionFact(at, readWords(above) ?? 1, parts[part] ?? 1, 'loose'),
		],
	},
	{
		starts: ['third', 'quarter', 'fifth', 'tenth'],
		form: '(?<=\\b[Aa]\\s)(?<onePart>third|quarter|fifth|tenth)\\b',
		read: ({ onePart = '' }, at) => [fractionFact(at, 1, parts[onePart] ?? 1, 'hint')],
	},
	{
		starts: [...ordinalWords, ...tensWords],
		form: `(?<ordinal>(?:[a-z]+ty-)?(?:${either(ordinalWords)}))s?\\b`,
		read: ({ ordinal = '' }, at) => {
			const value = readOrdinal(ordinal);
			return value === undefined ? [] : [numberFact(at, value, { strength: value < 3 ? 'hint' : 'loose' })];
		},
	},
	{
		starts: numberWords,
		form: `(?<words>${either(numberWords)}(?:(?:[\\s-]|\\sand\\s)${word})*)\\b`,
		read: ({ words = '' }, at) => readSpelled(words, at),
	},
	{
		starts: Object.keys(hints),
		form: '(?<hint>[A-Za-z]+)',
		read: ({ hint = '' }, at) => {
			const keys = hints[hint.toLowerCase()] ?? [];
			return keys.length === 0 ? [] : [hintFact(at, keys)];
		},
	},
];

/** Any of some words, with a capital or without. */
function either(words: readonly string[]): string {
	const forms = words.map(([first = '', ...rest]) => `[${first}${first.toUpperCase()}]${rest.join('')}`);
	return `(?:${forms.join('|')})`;
}

function readSpelled(words: string, at: Found): readonly Fact[] {
	const { text, end } = at;
	const each = words.split(/[\s-]+/).flatMap((one) => readWords(one) ?? []);
	const apart = hintFact(at, each.map(numberKey));
	const value = readWords(words);
	if (value === undefined) return [apart];
	const after = text.slice(end, end + 12);
	const sign = /^[\s-](?:percent|per\scent)\b/.exec(after)?.[0];
	if (sign !== undefined) return [percentFact({ start: at.start, end: end + sign.length }, value, 'firm')];
	const unit = englishUnitAt(text, end);
	const others = [
		...(unit?.units.includes('decade') ? [10 * value] : []),
		...(/^\stimes/.test(after) ? [value + 1, value - 1] : []),
		...(/^\scenturies/.test(after) ? [100 * value] : []),
		...(/^\smillennia/.test(after) ? [1000 * value] : []),
		...(/^\sdozen/.test(after) ? [12 * value] : []),
	];
	const isRound = /^(?:one\s)?(?:hundred|thousand|million|billion|trillion)$/i.test(words);
	return [numberFact(at, value, { strength: strengthOf(value, isRound), unit }, others), apart];
}

function strengthOf(value: number, isRound: boolean): Strength {
	if (value < 3) return 'hint';
	return value < 13 || isRound ? 'loose' : 'firm';
}
