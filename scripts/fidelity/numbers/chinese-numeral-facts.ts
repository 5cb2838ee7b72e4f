import { numeralSigns, numeralValue, readNumeral, signValue } from './chinese-numerals.ts';
import { chineseUnitAt } from './chinese-units.ts';
import {
	type Fact,
	fractionFact,
	hintFact,
	numberFact,
	numberKey,
	percentFact,
	type Strength,
} from './fact.ts';
import type { Found, Groups, Reading } from './readings.ts';

const run = `[${numeralSigns}]+`;

/** What is counted or measured, behind a numeral of one sign: only then it surely is a number. */
const counted = /^[个项类种点篇位名家国章次步条届段层级组批份部门座头款期轮支只张句页卷方面大道场]/;

const idioms = /千万(?=[不别要])|万一|万千|千百|亿万|十分|百万富翁|万万|百分百|万无一失|十全十美/;

/** Before a numeral: about so many, or many. */
const vagueBefore = /(?:[几数上好成百]|若干)$/;

/** What Chinese texts say by the signs of numerals. */
export const numeralReadings: readonly Reading[] = [
	{
		starts: ['百'],
		form: `百分之(?<percent>${run}(?:点${run})?|\\d+(?:\\.\\d+)?)`,
		read: ({ percent = '' }, at) => {
			const value = wholeValue(percent);
			return value === undefined
				? []
				: [percentFact(at, value, 'firm', /^[至到]/.test(at.text.slice(at.end)))];
		},
	},
	{
		starts: ['0', ...numeralSigns],
		form: `(?<below>${run}|\\d+)分之(?<above>${run}|\\d+)`,
		read: ({ below = '', above = '' }, at) => {
			const [up, down] = [wholeValue(above), wholeValue(below)];
			return up === undefined || !down ? [] : [fractionFact(at, up, down, 'loose')];
		},
	},
	{
		starts: [...'一二两三四五六七八九'],
		form: '(?<tenths>[一二两三四五六七八九])成(?![为功本立员就果长熟都人语分年群型品绩效交])',
		read: ({ tenths = '' }, at) => [percentFact(at, 10 * (wholeValue(tenths) ?? 0), 'loose')],
	},
	{
		starts: [...'一半过对'],
		form: '(?<half>一半|半数|过半|对半|半(?=个|[年天小]))',
		read: (_, at) => [hintFact(at, [numberKey(0.5), 'percent 50', 'part 1/2', numberKey(6), numberKey(30)])],
	},
	{
		starts: [...'双俩翻对'],
		form: '(?<pair>双|俩|翻[一两]番|对)',
		read: ({ pair }, at) => [hintFact(at, [numberKey(pair === '翻两番' ? 4 : 2), numberKey(1)])],
	},
	{
		starts: [...numeralSigns],
		form: `(?<numeral>${run})(?:点(?<decimals>[〇零一二三四五六七八九]+)(?![十百分]))?`,
		read: readRun,
	},
];

function wholeValue(given: string): number | undefined {
	if (/^\d/.test(given)) return Number(given);
	const [whole = '', decimals] = given.split('点');
	const value = numeralValue(whole);
	return value === undefined ? undefined : value + decimalPart(decimals);
}

function decimalPart(decimals: string | undefined): number {
	return decimals === undefined ? 0 : Number(`0.${[...decimals].map(signValue).join('')}`);
}

function readRun({ numeral = '', decimals }: Groups, at: Found): readonly Fact[] {
	// Far more often a word than a number, and nothing asks for it.
	if (numeral === '一' && decimals === undefined) return [];
	const hints = hintFact(at, [...numeral].map(signValue).map(numberKey));
	const read = readNumeral(numeral);
	const after = at.text.slice(at.end, at.end + 2);
	if (read.kind === 'vague') return [hints];
	if (read.kind === 'row') {
		const isYear = after.startsWith('年') && numeral.length === 4;
		return isYear ? [numberFact(at, read.value, { strength: 'firm', isDate: true })] : [hints];
	}
	const value = read.value + decimalPart(decimals);
	const unit = chineseUnitAt(at.text, at.end);
	const times = after.startsWith('倍') ? [value + 1, value - 1] : [];
	const isSingle = numeral.length === 1 && decimals === undefined;
	const isCounted = !isSingle || counted.test(after) || unit !== undefined || isOrdinal(at);
	const strength = isCounted && !isVague(at) ? strengthOf(value, read.isRound) : 'hint';
	return [numberFact(at, value, { strength, unit }, times), ...(isSingle ? [] : [hints])];
}

function strengthOf(value: number, isRound: boolean): Strength {
	if (value < 3) return 'hint';
	return value < 13 || isRound ? 'loose' : 'firm';
}

function isOrdinal({ text, start }: Found): boolean {
	return text[start - 1] === '第';
}

function isVague({ text, start, end }: Found): boolean {
	const around = text.slice(Math.max(0, start - 1), end + 2);
	const isIdiom = idioms.test(around) && around.length <= 6;
	return isIdiom || vagueBefore.test(text.slice(Math.max(0, start - 2), start)) || text[end] === '几';
}
