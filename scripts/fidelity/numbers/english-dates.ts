import { ordinalWords, readOrdinal, tensWords } from './english-numerals.ts';
import {
	centuryFact,
	dayFact,
	decadeFact,
	type Fact,
	hintFact,
	monthFact,
	numberFact,
	numberKey,
} from './fact.ts';
import type { Found, Reading } from './readings.ts';

const names = [
	...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'],
	...['November', 'December'],
];

const shortNames = [...names.map((name) => name.slice(0, 3)), 'Sept'];

const month = `(?:${names.join('|')}|(?:${shortNames.join('|')})\\b\\.?)`;

const monthWords = [...names, ...shortNames].map((name) => name.toLowerCase());

const decades: Readonly<Record<string, number>> = { ninet: 90, eight: 80, sevent: 70, sixt: 60 };

const th = '(?:st|nd|rd|th)?';
const to = '\\s?(?:–|—|-|to|and|or)\\s?';

/** The ways in which English texts write dates and ages. */
export const englishDates: readonly Reading[] = [
	{
		starts: ['0'],
		form: '(?<isoYear>\\d{4})-(?<isoMonth>\\d\\d)-(?<isoDay>\\d\\d)(?!\\d)',
		read: ({ isoYear, isoMonth, isoDay }, at) => [
			numberFact(at, Number(isoYear), { strength: 'firm', isDate: true }),
			dayFact(at, Number(isoMonth), Number(isoDay)),
		],
	},
	{
		starts: ['0'],
		form: `(?<day>\\d{1,2})${th}(?:${to}(?<lastDay>\\d{1,2})${th})?\\s(?:of\\s)?(?<monthAfter>${month})(?![a-z])`,
		read: ({ day, lastDay, monthAfter = '' }, at) => daysOf(at, monthAfter, day, lastDay),
	},
	{
		starts: monthWords,
		form: `(?<monthBefore>${month})\\s(?<dayAfter>\\d{1,2})${th}(?!\\d|,\\d|\\.\\d)(?:${to}(?<lastDayAfter>\\d{1,2})(?!\\d))?`,
		read: ({ monthBefore = '', dayAfter, lastDayAfter }, at) =>
			daysOf(at, monthBefore, dayAfter, lastDayAfter),
	},
	{
		starts: monthWords,
		// May and March are other words as well.
		form: `(?<=\\b(?:[Ii]n|[Oo]f|[Bb]y|[Ss]ince|[Uu]ntil|[Ee]arly|[Ll]ate|[Mm]id-?|[Ff]rom|[Bb]etween|[Ll]ast|[Nn]ext|${month}\\s?(?:to|and|or|through|–|-))\\s?)(?<monthAlone>${month})(?!['’a-z])`,
		read: ({ monthAlone = '' }, at) => [monthFact(at, monthOf(monthAlone))],
	},
	{
		starts: monthWords,
		form: `(?<monthOfYear>${month})(?=,?\\s(?:of\\s)?\\d{4})`,
		read: ({ monthOfYear = '' }, at) => [monthFact(at, monthOf(monthOfYear))],
	},
	{
		starts: ['0'],
		form: "(?<decade>(?:\\d\\d)?\\d0)['’]?s\\b",
		read: ({ decade }, at) => [decadeFact(at, Number(decade))],
	},
	{
		starts: ['nineties', 'eighties', 'seventies', 'sixties'],
		form: '(?<decadeWord>[Nn]inet|[Ee]ight|[Ss]event|[Ss]ixt)ies',
		read: ({ decadeWord = '' }, at) => [decadeFact(at, decades[decadeWord.toLowerCase()] ?? 0)],
	},
	{
		starts: ['0'],
		form: '(?<century>\\d{1,2})(?:st|nd|rd|th)[\\s-]century',
		read: ({ century }, at) => [centuryFact(at, Number(century))],
	},
	{
		starts: [...ordinalWords, ...tensWords],
		form: '(?<centuryWord>(?:twenty-)?[a-z]+(?:th|st|nd|rd))[\\s-]century',
		read: ({ centuryWord = '' }, at) => {
			const value = readOrdinal(centuryWord);
			return value === undefined ? [] : [centuryFact(at, value)];
		},
	},
	{
		starts: ['century'],
		form: '(?<centuryAlone>[Cc]entury)',
		read: (_, at) => [hintFact(at, ['century 21', 'century 20', 'century 19', numberKey(100), numberKey(1)])],
	},
];

function daysOf(at: Found, name: string, ...days: readonly (string | undefined)[]): readonly Fact[] {
	return days.flatMap((day) => (day === undefined ? [] : dayFact(at, monthOf(name), Number(day))));
}

function monthOf(name: string): number {
	return names.findIndex((one) => one.startsWith(name.slice(0, 3))) + 1;
}
