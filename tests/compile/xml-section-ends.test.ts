import { toXast } from 'hast-util-to-xast';
import { expect, test } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';
import { compile, compileText, localText } from './sample.ts';

test.each(['甲 ]]> 乙', '`a[b[0]]>c`', ']]>]]>', ']]]>>', '[x]]>', '```\n]]>\n```', '&#93;]&gt;'])(
	'%s is well-formed as XML and keeps its text',
	(markdown) => {
		const { piece, html } = compileText(markdown);
		expect(() => fromXml(`<x>${toXml(toXast(piece.body))}</x>`)).not.toThrow();
		expect(html).not.toContain(']]>');
		expect(html.replace(/<[^>]*[a-z"]>/g, '')).toMatch(/\]\]+>/);
	},
);

test('titles too', () => {
	const { book } = compile({ files: {}, config: { title: { zh: localText('书]]>名', 'zh') } } });
	expect(book.title.zh).toMatchObject({ text: '书]]>名', html: '书]]<span>></span>名' });
});
