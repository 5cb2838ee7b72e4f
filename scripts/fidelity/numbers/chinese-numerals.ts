const digits: ReadonlyMap<string, number> = new Map([
	...[...'零一二三四五六七八九'].map((sign, value) => [sign, value] as const),
	['〇', 0],
	['两', 2],
]);

const tens: ReadonlyMap<string, number> = new Map([
	['十', 10],
	['百', 100],
	['千', 1000],
]);

const myriads: ReadonlyMap<string, number> = new Map([
	['万', 1e4],
	['亿', 1e8],
]);

/** Characters that a numeral consists of. */
export const numeralSigns = [...digits.keys(), ...tens.keys(), ...myriads.keys()].join('');

/** Other forms of the same signs, each one character. */
const variants: Readonly<Record<string, string>> = {
	萬: '万',
	億: '亿',
	兩: '两',
	個: '个',
	種: '种',
	類: '类',
	項: '项',
	點: '点',
	條: '条',
	紀: '纪',
	國: '国',
	幾: '几',
	數: '数',
	餘: '余',
	雙: '双',
	噸: '吨',
	鎊: '镑',
	歐: '欧',
	幣: '币',
	週: '周',
	歲: '岁',
	時: '时',
	鐘: '钟',
	處: '处',
	頁: '页',
	屆: '届',
	階: '阶',
	倆: '俩',
	對: '对',
	'％': '%',
	'．': '.',
};

const variant = new RegExp(`[${Object.keys(variants).join('')}０-９]`, 'g');

/** The same text with simplified signs and half-width digits; every character keeps its index. */
export function plainSigns(text: string): string {
	return text.replace(variant, (sign) => variants[sign] ?? String(sign.charCodeAt(0) - 0xff10));
}

/** A numeral that is a number, or what else it is. */
export type Numeral =
	| { readonly kind: 'number'; readonly value: number; readonly isRound: boolean }
	/** Signs one after another, as in 二〇二三. */
	| { readonly kind: 'row'; readonly value: number }
	/** 七八, 二三十: about so much. */
	| { readonly kind: 'vague' };

/** Reads a run of the signs of numerals, such as 三千二百 or 二〇二三. */
export function readNumeral(run: string): Numeral {
	const signs = [...run];
	if (signs.every((sign) => digits.has(sign))) {
		const value = Number(signs.map((sign) => digits.get(sign)).join(''));
		if (signs.length === 1) return { kind: 'number', value, isRound: false };
		return signs.length >= 3 ? { kind: 'row', value } : { kind: 'vague' };
	}
	const value = sum(run);
	if (value === undefined) return { kind: 'vague' };
	return { kind: 'number', value, isRound: /^[一]?[百千万亿]+$/.test(run) };
}

/** What one sign is worth by itself: 0 where it says nothing. */
export function signValue(sign: string): number {
	return digits.get(sign) ?? tens.get(sign) ?? myriads.get(sign) ?? 0;
}

/** The value of a numeral; nothing where it is vague. */
export function numeralValue(run: string): number | undefined {
	const read = readNumeral(run);
	return read.kind === 'vague' ? undefined : read.value;
}

/** What the ranks behind a figure multiply it by: 万亿 is a million millions. */
export function rankValue(ranks: string): number {
	return [...ranks].reduce((product, sign) => product * signValue(sign), 1);
}

const myriadGroup = /^(?<low>[^万亿]*)(?<rank>万亿|[万亿])/;

/** The value of digits and ranks; nothing where two digits stand side by side. */
function sum(run: string): number | undefined {
	// 三千五 is 3500 and 一百二 is 120: people say it, and it is not plain enough.
	if (/[百千万亿][一二三四五六七八九]$/.test(run)) return undefined;
	let whole = 0;
	let rest = run;
	for (let found = myriadGroup.exec(rest); found; found = myriadGroup.exec(rest)) {
		const { low = '', rank = '' } = found.groups ?? {};
		const below = low === '' ? 1 : belowMyriad(low);
		if (below === undefined) return undefined;
		// 三万亿 and 一万二千亿 alike.
		whole = rank === '亿' && whole % 1e8 !== 0 ? (whole + below) * 1e8 : whole + below * rankValue(rank);
		rest = rest.slice(found[0].length);
	}
	const below = rest === '' ? 0 : belowMyriad(rest);
	return below === undefined ? undefined : whole + below;
}

/** The value of a numeral under ten thousand. */
function belowMyriad(run: string): number | undefined {
	// 一百零五: the zero only says that a rank is passed over.
	const form = /^(?:(\D?)千)?[零〇]?(?:(\D?)百)?[零〇]?(?:(\D?)十)?[零〇]?(\D?)$/u.exec(run);
	if (!form) return undefined;
	const [thousands, hundreds, ten, single] = form.slice(1).map((sign) => {
		if (sign === undefined) return 0;
		return sign === '' ? undefined : digits.get(sign);
	});
	return 1000 * (thousands ?? 1) + 100 * (hundreds ?? 1) + 10 * (ten ?? 1) + (single ?? 0);
}
