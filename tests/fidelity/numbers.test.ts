import { expect, test } from 'vitest';
import { checkNumbers } from '../../scripts/fidelity/numbers.ts';
import { pairTexts, said } from './support.ts';

function compare(source: string, target: string, languages?: readonly string[]): readonly string[] {
	const { pairs } = pairTexts(source, target, languages ? { languages } : {});
	return said((report) => {
		for (const pair of pairs) checkNumbers(pair, report);
	});
}

test.each([
	// Ranks and separators
	['积累起一亿用户。', 'It reached 100 million users.'],
	['有1.5亿人，其中3000万在国外。', 'There are 150 million people, 30 million of them abroad.'],
	['投资12亿5000万元。', 'An investment of 1.25 billion yuan.'],
	['市值1.2万亿美元。', 'It is worth $1.2 trillion.'],
	['三千二百个节点', '3,200 nodes'],
	['共12\u00a0345人', 'a total of 12,345 people'],
	['十年内达到10万亿至15万亿美元', 'within a decade, USD 10–15 trillion'],
	['3到5亿元', 'between 300 million and 500 million yuan'],
	['一百二十万', '1.2 million'],
	['10余万份', 'more than 100,000 copies'],
	['数十亿人，几百万次，成千上万', 'billions of people, millions of times, by the thousand'],
	// Percent and parts
	['八成以上出自中美', 'more than 80 percent come from China and the United States'],
	['百分之三十五', '35 per cent'],
	['占30％', 'makes up 30%'],
	['10—20%', '10 to 20 percent'],
	['一半以上', 'more than 50 percent'],
	['三分之二', 'two-thirds'],
	['四分之一', '25%'],
	['上升了2.5个百分点', 'rose by 2.5 percentage points'],
	// Words that are counted in both languages or in one alone
	['至少有四类风险：', 'The risks are of at least four kinds:'],
	['五年多', 'a little over five years'],
	['几十上百头', 'dozens, even hundreds'],
	['双方各执一词', 'The two sides disagree'],
	['二十多年来', 'for more than two decades'],
	['统一的标准，一个也不能少', 'unified standards, none of them dispensable'],
	['万一出错，千万不要慌', 'Should something go wrong, keep calm'],
	['十分重要', 'very important'],
	['三言两语说不清', 'It takes more than a few words'],
	['四处走走，八卦新闻，五花八门', 'Walk around; gossip of every kind'],
	['七八个人', 'seven or eight people'],
	['其一、其二、其三', 'First, second, and finally'],
	['只此一家', 'It is the only one'],
	['再三强调', 'stressed repeatedly'],
	['增长三倍', 'It grew fourfold'],
	['增至3倍', 'It tripled'],
	['一打鸡蛋', 'a dozen eggs'],
	['三维模型', 'a 3D model'],
	// Ordinals, centuries, decades
	['21世纪的第26届大会', 'the 26th session in the 21st century'],
	['二十一世纪', 'the twenty-first century'],
	['20世纪90年代', 'in the 1990s'],
	['上世纪九十年代', 'in the nineties'],
	['2010年代', 'the 2010s'],
	['本世纪最难的课题', 'one of the century’s hardest tasks'],
	['第四章和第五章', 'Chapters 4 and 5'],
	['第三代至强处理器', 'third-generation Xeon processors'],
	['二十国集团', 'the G20'],
	['七国集团', 'the G7'],
	// Dates
	['2023年11月1日', '1 November 2023'],
	['2023年11月1日', 'November 1, 2023'],
	['2023年11月1日', 'Nov. 1, 2023'],
	['2023年11月1日', '2023-11-01'],
	['二〇二三年十一月一日', 'On November 1st, 2023'],
	['2022年11月底', 'at the end of November 2022'],
	['2023年5月', 'By May 2023'],
	['3月至5月', 'from March to May'],
	['10月18日至20日', 'October 18–20'],
	['11月初', 'In early November'],
	['2022—2023年', '2022–23'],
	['1939—1945年', '1939–1945'],
	['2024年8月1日起生效', 'in force since August 1, 2024'],
	// Units
	['5公里外', '5 kilometres away'],
	['100吨二氧化碳', '100 tonnes of carbon dioxide'],
	['气温20℃', 'a temperature of 20 °C'],
	['3.5万美元', 'US$35,000'],
	['500万欧元', '€5 million'],
	['24小时', '24 hours'],
	['80GB显存', '80 GB of memory'],
	['十八个月', '18 months'],
	['6英尺', 'six feet'],
	// Names with numbers
	['GPT-4和H100，ASL-2', 'GPT-4, the H100, and ASL-2'],
	['新冠疫情', 'the COVID-19 pandemic'],
	['欧盟2024/1689号条例', 'Regulation (EU) 2024/1689'],
	['第1.0版', 'Version 1.0'],
	['5G网络', 'a 5G network'],
	// What is no text
	['见 `port 8080`', 'see `port 80`'],
	['见 <https://example.org/2023>', 'see <https://example.org/en/2024>'],
	['只许一个人去', 'One may go, and the march may not stop'],
	['五月在巴黎', 'May in Paris'],
])('%s = %s', (source, target) => {
	expect(compare(source, target)).toEqual([]);
	expect(compare(target, source, ['en', 'zh'])).toEqual([]);
});

test.each([
	['共79个模型', '97 models', '1:1 translation-number "97" stands for "79" (a.zh.md:1)'],
	['共79个模型', 'Some models', '1:1 translation-number "79" (a.zh.md:1) is not in the translation'],
	[
		'共有一些模型',
		'It has 79 models',
		'1:8 translation-number "79" is not in the text that it translates (a.zh.md:1)',
	],
	['三千万人', 'They are 3 million', '1:10 translation-number "3 million" stands for "三千万" (a.zh.md:1)'],
	['1.5亿人', '15 million people', '1:1 translation-number "15 million" stands for "1.5亿" (a.zh.md:1)'],
	['百分之三十', '13 percent', '1:1 translation-number "13 percent" stands for "百分之三十" (a.zh.md:1)'],
	['占30%', 'makes up 30', '1:1 translation-number "30%" (a.zh.md:1) is not in the translation'],
	['三分之二', 'three-quarters', '1:1 translation-number "three-quarters" stands for "三分之二" (a.zh.md:1)'],
	[
		'有四类风险',
		'There are five kinds of risk',
		'1:11 translation-number "five" stands for "四" (a.zh.md:1)',
	],
	['二十一个人', 'twenty-two people', '1:1 translation-number "twenty-two" stands for "二十一" (a.zh.md:1)'],
	['第三届论坛', 'the fourth forum', '1:5 translation-number "fourth" stands for "三" (a.zh.md:1)'],
	['GPT-4发布了', 'GPT-3 was released', '1:5 translation-number "3" stands for "4" (a.zh.md:1)'],
	['2023年11月1日', 'November 2, 2023', '1:1 translation-date "November 2" stands for "11月1日" (a.zh.md:1)'],
	['2023年11月1日', 'November 1, 2022', '1:13 translation-date "2022" stands for "2023" (a.zh.md:1)'],
	['2022年11月', 'In October 2022', '1:4 translation-date "October" stands for "11月" (a.zh.md:1)'],
	['20世纪90年代', 'in the 1980s', '1:8 translation-date "1980s" stands for "20世纪90年代" (a.zh.md:1)'],
	['21世纪', 'in the 20th century', '1:8 translation-date "20th century" stands for "21世纪" (a.zh.md:1)'],
	['5公里外', '5 miles away', '1:1 translation-unit "5 miles" stands for "5公里" (a.zh.md:1)'],
	['300美元', '€300', '1:2 translation-unit "€300" stands for "300美元" (a.zh.md:1)'],
	['90天', 'ninety weeks', '1:1 translation-unit "ninety weeks" stands for "90天" (a.zh.md:1)'],
])('%s ≠ %s', (source, target, message) => {
	expect(compare(source, target)).toEqual([message]);
});

test('the place is that of the number, in a list, a table, a note and behind marks', () => {
	expect(compare('- 文\n- **共有** 79 个\n', '- text\n- There *are* \\* **97** of\n  them\n')).toEqual([
		'2:20 translation-number "97" stands for "79" (a.zh.md:2)',
	]);
	expect(compare('| 甲 | 79 |\n|---|---|\n| 乙 | 12% |\n', '| a | 79 |\n|---|---|\n| b | 21% |\n')).toEqual([
		'3:7 translation-number "21%" stands for "12%" (a.zh.md:3)',
	]);
	expect(compare('文[^a]\n\n[^a]: 共79页\n', 'text[^a]\n\n[^a]: In all,\n    97 pages\n')).toEqual([
		'4:5 translation-number "97" stands for "79" (a.zh.md:3)',
	]);
});

test('a paragraph that was split is compared as a whole', () => {
	const source = '2021年有79个模型，都出自同一家公司。2023年又有97个，出自许多公司。';
	const target =
		'In 2021 there were 79 models, all from one company.\n\nIn 2023 there were 97, from many companies.';
	expect(compare(source, target)).toEqual([]);
});

test('of a language whose words are not known, only figures that contradict each other are told', () => {
	expect(compare('共有三种，79个', 'Il y en a trois, soixante-dix-neuf', ['zh', 'fr'])).toEqual([]);
	expect(compare('12,345 and 3.5', '12.345 et 3,5', ['en', 'fr'])).toEqual([]);
	expect(compare('79个', 'Il y en a 97', ['zh', 'fr'])).toEqual([
		'1:11 translation-number "97" stands for "79" (a.zh.md:1)',
	]);
});

test('Chinese in traditional characters', () => {
	expect(compare('三萬億元，兩個世紀', 'three trillion yuan in two centuries', ['zh-Hant', 'en'])).toEqual(
		[],
	);
	expect(compare('三萬人', '300,000 people', ['zh-Hant', 'en'])).toEqual([
		'1:1 translation-number "300,000" stands for "三萬" (a.zh-Hant.md:1)',
	]);
});
