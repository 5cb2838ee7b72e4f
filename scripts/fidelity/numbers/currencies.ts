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
export function currencyBefore(text: string, start: number): readonly string[] | undefined {
	const before = text.slice(Math.max(0, start - 5), start);
	const sign = /(?:US|HK|[SCA])?\$\s?$|[€£¥￥]\s?$/.exec(before)?.[0].trim();
	if (sign !== undefined) return currencies[sign];
	const code = /(?<![A-Z])(USD|EUR|GBP|JPY|HKD|SGD|CAD|AUD|CNY|RMB)\s?$/.exec(before)?.[1]?.toLowerCase();
	return code === undefined ? undefined : [code === 'rmb' ? 'cny' : code];
}
