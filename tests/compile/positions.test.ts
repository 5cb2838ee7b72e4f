import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileText, textsOf } from './sample.ts';

function places(markdown: string, lang = 'zh'): readonly unknown[] {
	const { piece } = compileText(markdown, lang);
	return [piece.body, ...piece.notes.flatMap(({ children }) => [...children])]
		.flatMap((tree) => textsOf(tree))
		.filter(({ value }) => value.trim() !== '')
		.map(({ value, position }) => `${value.trim()} ${position?.start.line}:${position?.start.column}`);
}

test('front matter counts', () => {
	expect(places('---\ntitle: x\n---\n\n文')).toEqual(['文 5:1']);
});

test('code is placed at its first character', () => {
	expect(places('文 `代码`\n\n```js\n第一\n```\n\n    缩进\n\n``` 第一\n第一\n```')).toEqual([
		'文 1:1',
		'代码 1:4',
		'第一 4:1',
		'缩进 7:5',
		'第一 10:1',
	]);
});

test('cells, list items, notes and links are placed', () => {
	expect(
		places('| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n\n- 戊[^1]\n\n[己](https://a.org)\n\n[^1]: 庚\n    辛'),
	).toEqual(['甲 1:3', '乙 1:7', '丙 3:3', '丁 3:7', '戊 5:3', '1 5:4', '己 7:2', '庚 9:7', '辛 10:5']);
});

test('text among HTML is placed', () => {
	expect(places('<div>\n\n甲 <b>乙</b> 丙\n\n</div>')).toEqual(['甲 3:1', '乙 3:6', '丙 3:11']);
});

test('addresses that GFM finds are placed, with what follows', () => {
	expect(places('甲 www.a.org 乙 b@c.org 丙')).toEqual([
		'甲 1:1',
		'www.a.org 1:3',
		'乙 1:12',
		'b@c.org 1:15',
		'丙 1:22',
	]);
});

test('characters stand where the places say', () => {
	const word = fc.constantFrom(
		'甲',
		'乙丙',
		'word',
		'GPT-4',
		'\\*',
		'&amp;',
		'“',
		'，',
		'**强**',
		'`码`',
		'\n',
		'\n> ',
		' ',
		'[^1]',
	);
	fc.assert(
		fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
			const source = `> 起${words.join('')}末\n\n[^1]: 注`;
			const lines = source.split('\n');
			const { piece } = compileText(source);
			for (const { value, position } of textsOf(piece.body)) {
				const first = [...value.trimStart().replaceAll('\u00ad', '')][0];
				if (first === undefined || /[\d*&\s]/.test(first) || value !== value.trimStart()) continue;
				const { line, column } = position?.start ?? { line: 0, column: 0 };
				expect(lines[line - 1]?.slice(column - 1, column - 1 + first.length)).toBe(first);
			}
		}),
	);
});
