import type { Unit } from './fact.ts';

/** Units as English texts write them behind a number: the forms of each, separated by blanks in the plural or not. */
const forms: Readonly<Record<string, string>> = {
	km: 'km|kilometre|kilometer',
	km2: 'square kilometre|square kilometer|sq km|km²',
	m2: 'square metre|square meter|sq m|m²',
	m3: 'cubic metre|cubic meter|m³',
	hectare: 'hectare|ha',
	acre: 'acre',
	mu: 'mu',
	cm: 'cm|centimetre|centimeter',
	mm: 'mm|millimetre|millimeter',
	micrometre: 'micrometre|micrometer|micron|µm|μm',
	nm: 'nm|nanometre|nanometer',
	metre: 'metre|meter',
	mile: 'mile',
	'nautical mile': 'nautical mile',
	foot: 'foot|feet|ft',
	inch: 'inch|inche',
	kg: 'kg|kilogram|kilogramme|kilo',
	mg: 'mg|milligram',
	gram: 'gram|gramme',
	tonne: 'tonne|metric ton|ton',
	pound: 'lb',
	litre: 'litre|liter',
	celsius: '°c|℃|degrees celsius|degree celsius|degrees centigrade',
	fahrenheit: '°f|℉|degrees fahrenheit',
	kwh: 'kwh|kilowatt hour|kilowatt-hour',
	mwh: 'mwh|megawatt hour|megawatt-hour',
	gwh: 'gwh|gigawatt hour|gigawatt-hour',
	twh: 'twh|terawatt hour|terawatt-hour',
	kw: 'kw|kilowatt',
	mw: 'mw|megawatt',
	gw: 'gw|gigawatt',
	eur: 'euro|eur',
	jpy: 'yen|jpy',
	hkd: 'hong kong dollar|hkd',
	sgd: 'singapore dollar|sgd',
	cad: 'canadian dollar|cad',
	aud: 'australian dollar|aud',
	krw: 'won|krw',
	cny: 'yuan|renminbi|rmb|cny',
	rub: 'rouble|ruble',
	inr: 'rupee|inr',
	chf: 'swiss franc|chf',
	hour: 'hour|hr',
	minute: 'minute|min',
	second: 'second|sec',
	millisecond: 'millisecond|ms',
	day: 'day',
	week: 'week',
	month: 'month',
	year: 'year',
	byte: 'byte',
	kb: 'kb|kilobyte',
	mb: 'mb|megabyte',
	gb: 'gb|gigabyte',
	tb: 'tb|terabyte',
	pb: 'pb|petabyte',
	hz: 'hz|hertz',
	mhz: 'mhz|megahertz',
	ghz: 'ghz|gigahertz',
	point: 'percentage point|percentage-point|pp',
};

const several: Readonly<Record<string, readonly string[]>> = {
	dollar: ['usd', 'hkd', 'sgd', 'cad', 'aud', 'twd'],
	'us dollar': ['usd'],
	'u.s. dollar': ['usd'],
	'american dollar': ['usd'],
	usd: ['usd'],
	pound: ['gbp', 'pound'],
	'pound sterling': ['gbp'],
	gbp: ['gbp'],
	decade: ['year', 'decade'],
};

const all: ReadonlyMap<string, readonly string[]> = new Map([
	...Object.entries(forms).flatMap(([unit, names]) =>
		names.split('|').map((name) => [name, [unit] as readonly string[]] as const),
	),
	...Object.entries(several),
]);

const longestFirst = [...all.keys()]
	.sort((a, b) => b.length - a.length)
	.map((name) => name.replace(/[.]/g, '\\.').replace(/[ -]/g, '[\\s-]'))
	.join('|');

const behind = new RegExp(`[\\s\\u00a0-]?(?<unit>${longestFirst})s?(?![A-Za-z])`, 'iy');

/** The unit that begins at an index of a text, behind its number. */
export function englishUnitAt(text: string, index: number): Unit | undefined {
	behind.lastIndex = index;
	const found = behind.exec(text);
	const name = found?.groups?.unit?.toLowerCase().replace(/\s/g, ' ');
	const units = name === undefined ? undefined : (all.get(name) ?? all.get(name.replace(/-/g, ' ')));
	return units && { units, start: index, end: behind.lastIndex };
}
