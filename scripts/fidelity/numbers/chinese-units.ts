import type { Unit } from './fact.ts';

/** Units as Chinese texts write them behind a number, and what they are called in English. */
const names: Readonly<Record<string, readonly string[]>> = {
	公里: ['km'],
	千米: ['km'],
	平方公里: ['km2'],
	平方千米: ['km2'],
	平方米: ['m2'],
	立方米: ['m3'],
	公顷: ['hectare'],
	英亩: ['acre'],
	亩: ['mu'],
	厘米: ['cm'],
	毫米: ['mm'],
	微米: ['micrometre'],
	纳米: ['nm'],
	米: ['metre'],
	英里: ['mile'],
	海里: ['nautical mile'],
	英尺: ['foot'],
	英寸: ['inch'],
	公斤: ['kg'],
	千克: ['kg'],
	毫克: ['mg'],
	克: ['gram'],
	吨: ['tonne'],
	升: ['litre'],
	摄氏度: ['celsius'],
	'℃': ['celsius'],
	'°C': ['celsius'],
	华氏度: ['fahrenheit'],
	'℉': ['fahrenheit'],
	'°F': ['fahrenheit'],
	千瓦时: ['kwh'],
	兆瓦时: ['mwh'],
	吉瓦时: ['gwh'],
	太瓦时: ['twh'],
	千瓦: ['kw'],
	兆瓦: ['mw'],
	吉瓦: ['gw'],
	美元: ['usd'],
	美金: ['usd'],
	欧元: ['eur'],
	英镑: ['gbp'],
	日元: ['jpy'],
	港元: ['hkd'],
	港币: ['hkd'],
	新加坡元: ['sgd'],
	新元: ['sgd'],
	加元: ['cad'],
	澳元: ['aud'],
	韩元: ['krw'],
	卢布: ['rub'],
	卢比: ['inr'],
	瑞士法郎: ['chf'],
	元: ['cny', 'usd', 'hkd', 'twd', 'sgd'],
	小时: ['hour'],
	分钟: ['minute'],
	秒: ['second'],
	毫秒: ['millisecond'],
	天: ['day'],
	周: ['week'],
	星期: ['week'],
	个月: ['month'],
	年: ['year'],
	周年: ['year'],
	岁: ['year'],
	字节: ['byte'],
	个百分点: ['point'],
	百分点: ['point'],
};

const signs: Readonly<Record<string, readonly string[]>> = {
	KB: ['kb'],
	MB: ['mb'],
	GB: ['gb'],
	TB: ['tb'],
	PB: ['pb'],
	kWh: ['kwh'],
	MWh: ['mwh'],
	GWh: ['gwh'],
	TWh: ['twh'],
	kW: ['kw'],
	MW: ['mw'],
	GW: ['gw'],
	km: ['km'],
	cm: ['cm'],
	mm: ['mm'],
	nm: ['nm'],
	kg: ['kg'],
	Hz: ['hz'],
	MHz: ['mhz'],
	GHz: ['ghz'],
};

const all: ReadonlyMap<string, readonly string[]> = new Map([
	...Object.entries(names),
	...Object.entries(signs),
]);

const longestFirst = [...all.keys()].sort((a, b) => b.length - a.length).join('|');

// 米 begins 米饭, 克 克服, 元 元素, 升 升级, 天 天然, 年 年级, 周 周期; behind a number each is a unit.
const behind = new RegExp(`\\s*[多余]?(?:人民币)?(${longestFirst})(?![A-Za-z])`, 'y');

/** The unit that begins at an index of a text, behind its number. */
export function chineseUnitAt(text: string, index: number): Unit | undefined {
	behind.lastIndex = index;
	const found = behind.exec(text);
	const units = all.get(found?.[1] ?? '');
	return units && { units, start: index, end: behind.lastIndex };
}
