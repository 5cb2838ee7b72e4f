import { numeralReadings } from './chinese-numeral-facts.ts';
import { numeralSigns, numeralValue, plainSigns, rankValue } from './chinese-numerals.ts';
import { chineseUnitAt } from './chinese-units.ts';
import { currencyBefore } from './currencies.ts';
import {
	centuryFact,
	dayFact,
	decadeFact,
	type Fact,
	hintFact,
	labelFact,
	monthFact,
	numberFact,
	percentFact,
	type Unit,
} from './fact.ts';
import { rangeValues, shortYears } from './ranges.ts';
import { createReader, type Found, type Groups, type Reading } from './readings.ts';

const figures = '\\d{1,3}(?:[,\\u2009\\u00a0]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const tens = '\\d0|[一二三四五六七八九]十';

const numeric = ['0', ...numeralSigns];

const dates: readonly Reading[] = [
	{
		starts: numeric,
		form: `(?<century>\\d{1,2}|[一二三四五六七八九十]{1,3})世纪(?:(?<ofCentury>${tens})年代)?`,
		read: ({ century = '', ofCentury }, at) => {
			const value = valueAt(century);
			return [
				ofCentury === undefined
					? centuryFact(at, value)
					: decadeFact(at, (value - 1) * 100 + valueAt(ofCentury)),
			];
		},
	},
	{
		starts: ['世'],
		form: `(?<=上个?)(?<lastCentury>世纪)(?:(?<ofLast>${tens})年代)?`,
		read: ({ ofLast }, at) => [
			ofLast === undefined
				? hintFact(at, ['century 20', 'century 19'])
				: decadeFact(at, 1900 + valueAt(ofLast)),
		],
	},
	{
		starts: ['世'],
		form: '(?<=[本新])(?<thisCentury>世纪)',
		read: (_, at) => [hintFact(at, ['century 21', 'century 20'])],
	},
	{
		starts: numeric,
		form: `(?<decade>\\d{3}0|${tens})年代`,
		read: ({ decade = '' }, at) => [decadeFact(at, valueAt(decade))],
	},
	{
		starts: ['0'],
		form: '(?<isoYear>\\d{4})[-/.](?<isoMonth>\\d{1,2})[-/.](?<isoDay>\\d{1,2})(?!\\d)',
		read: ({ isoYear, isoMonth, isoDay }, at) => [
			numberFact(at, Number(isoYear), { strength: 'firm', isDate: true }),
			dayFact(at, Number(isoMonth), Number(isoDay)),
		],
	},
	{
		starts: numeric,
		form: '(?<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?!亮|球|刊|薪)(?:(?<day>\\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?',
		read: ({ month = '', day }, at) => [
			day === undefined
				? monthFact(at, valueAt(month), /^\d/.test(month) ? 'firm' : 'loose')
				: dayFact(at, valueAt(month), valueAt(day)),
		],
	},
	{
		starts: ['0'],
		form: '(?<onlyDay>[12]\\d|3[01]|[1-9])[日号](?![文本语常报程])',
		read: ({ onlyDay }, at) => {
			const month = lastMonth(at);
			const day = Number(onlyDay);
			return month === undefined
				? [numberFact(at, day, { strength: 'loose', isDate: true })]
				: [dayFact(at, month, day)];
		},
	},
];

/** The month that a text named last before a day that has none of its own. */
function lastMonth({ text, start }: Found): number | undefined {
	const months = [...text.slice(Math.max(0, start - 40), start).matchAll(/(1[0-2]|[1-9])月/g)];
	const last = months.at(-1)?.[1];
	return last === undefined ? undefined : Number(last);
}

const figureReadings: readonly Reading[] = [
	{
		starts: ['0'],
		form: '(?<large>\\d+(?:\\.\\d+)?)(?<largeRank>万亿|[亿万])(?<small>\\d+)(?<smallRank>[万千]?)',
		read: ({ large, largeRank = '', small, smallRank = '' }, at) => {
			const value = Number(large) * rankValue(largeRank) + Number(small) * rankValue(smallRank);
			return [numberFact(at, value, { strength: 'firm', unit: unitOf(at) })];
		},
	},
	{
		starts: ['0'],
		form: '(?<=(?<![A-Za-z])(?<label>[A-Za-z]+)-?)(?<labelled>\\d+(?:\\.\\d+)?)(?![\\d年月日个亿万])',
		read: ({ label = '', labelled }, at) => [labelFact(at, label.toLowerCase(), Number(labelled))],
	},
	{
		starts: ['0'],
		form: `(?<figures>${figures})[多余]?(?<rank>[百千]?[万亿]+|[百千](?![米克瓦分]))?`,
		read: readFigures,
	},
];

function readFigures({ figures: given = '', rank = '' }: Groups, at: Found): readonly Fact[] {
	const { text, end } = at;
	const value = valueAt(given) * rankValue(rank);
	const after = text.slice(end, end + 16);
	const sign = /^\s?%/.exec(after)?.[0];
	if (sign !== undefined) return [percentFact({ start: at.start, end: end + sign.length }, value, 'firm')];
	if (/^\s*(?:至|到|—|–|-|~|～|、)\s*\d+(?:\.\d+)?\s*%/.test(after))
		return [percentFact(at, value, 'firm', true)];
	const suffix = /^[A-Za-z]+/.exec(after)?.[0];
	const unit = unitOf(at);
	if (suffix !== undefined && !unit) return [labelFact(at, suffix.toLowerCase(), value)];
	const isBare = /^\d{4}$/.test(given) && rank === '';
	const years = shortYears(at, given);
	const others = [
		...years,
		...(after.startsWith('倍') ? [value + 1, value - 1] : []),
		...(rank === '' ? rangeValues(at, value, rankBehind) : []),
	];
	const isDate = (isBare && after.startsWith('年')) || years.length > 0;
	const strength = value === 0 || value === 1 ? 'hint' : 'firm';
	return [numberFact(at, value, { strength, isDate, ...(isDate ? {} : { unit }) }, others)];
}

function rankBehind(after: string): number | undefined {
	const rank = /^[多余]?([百千]?[万亿]+)/.exec(after)?.[1];
	return rank === undefined ? undefined : rankValue(rank);
}

function unitOf({ text, start, end }: Found): Unit | undefined {
	return currencyBefore(text, start) ?? chineseUnitAt(text, end);
}

function valueAt(given: string): number {
	if (/^\d/.test(given)) return Number(given.replace(/[,\u2009\u00a0]/g, ''));
	return numeralValue(given) ?? 0;
}

const readAt = createReader([...dates, ...figureReadings, ...numeralReadings]);

const candidate = new RegExp(`[\\d${numeralSigns}世半双俩过对翻]`, 'g');

/** What a Chinese text says by numbers, in its order. */
export function chineseFacts(written: string): readonly Fact[] {
	const text = plainSigns(written);
	const facts: Fact[] = [];
	candidate.lastIndex = 0;
	while (candidate.test(text)) {
		const index = candidate.lastIndex - 1;
		const sign = text[index] ?? '';
		const found = readAt(/\d/.test(sign) ? '0' : sign, text, index);
		if (!found) continue;
		facts.push(...found.facts);
		candidate.lastIndex = found.end;
	}
	return facts;
}
