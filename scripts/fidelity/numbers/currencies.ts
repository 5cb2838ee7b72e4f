import type { Unit } from './fact.ts';

const currencies: Readonly<Record<string, readonly string[]>> = {
	US$: ['usd'],
	HK$: ['hkd'],
	S$: ['sgd'],
	C$: ['cad'],
	A$: ['aud'],
	$: ['usd', 'hkd', 'sgd', 'cad', 'aud', 'twd'],
	'€': ['eur'],
	'£': ['gbp'],
	'¥': ['cny', 'jpy'],
	'￥': ['cny', 'jpy'],
};

/** The currencies that a sign before a number can mean. */
export function currencyBefore(text: string, start: number): Unit | undefined {
	const before = text.slice(Math.max(0, start - 5), start);
	const [found, sign, code] =
		/((?:US|HK|[SCA])?\$|[€£¥￥])\s?$|(?<![A-Z])(USD|EUR|GBP|JPY|HKD|SGD|CAD|AUD|CNY|RMB)\s?$/.exec(before) ??
		[];
	if (found === undefined) return undefined;
	const named = code === 'RMB' ? 'cny' : code?.toLowerCase();
	const units = sign === undefined ? named && [named] : currencies[sign];
	return units ? { units, start: start - found.length, end: start } : undefined;
}
