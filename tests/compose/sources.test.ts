import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { compose } from '../../scripts/compose/index.ts';
import { withSources } from '../../scripts/compose/sources.ts';
import { createReport } from '../../scripts/diagnostics/index.ts';
import type { Inline } from '../../scripts/model/index.ts';
import { book, element, entry, ownHouse, part, person, piece, text } from '../support/edition.ts';
import { editionIn } from '../support/edition-choice.ts';

function placed(value: string, line: number): Inline {
	return { lang: 'zh', text: value, html: value, children: [text(value, line, 8)] };
}

const made = book({
	title: { zh: placed('书', 2) },
	publishers: [{ zh: placed('社', 4) }],
	disclaimer: { zh: [placed('免', 6)] },
	contents: [entry('front/a'), part('', '', 'b')].map((one) =>
		one.kind === 'part' ? { ...one, title: { zh: placed('部', 20) } } : one,
	),
	pieces: [
		piece('front/a', 'zh', { title: placed('题', 3), authors: ['ji'] }),
		piece('b', 'zh', {
			body: { type: 'root', children: [element('p', [text('文', 9, 1)])] },
		}),
	],
	people: [person('ji', '', '', { name: { zh: placed('季', 1) }, bio: { zh: placed('历', 2) } })],
});

test('every text of the edition that has a place knows its file', async () => {
	const places = new Map<string, string>();
	const edition = await compose(made, await ownHouse(), {
		choice: editionIn('zh'),
		report: createReport().add,
	});
	for (const unit of edition.units) {
		visit(unit.body, 'text', (node) => {
			const start = node.position?.start;
			if (!start) return;
			const place = `${node.data?.file ?? unit.file}:${start.line}`;
			expect(places.get(node.value) ?? place).toBe(place);
			places.set(node.value, place);
		});
	}
	expect(Object.fromEntries(places)).toMatchObject({
		书: 'book.yaml:2',
		社: 'book.yaml:4',
		免: 'book.yaml:6',
		部: 'book.yaml:20',
		题: 'front/a.zh.md:3',
		季: 'contributors.yaml:1',
		历: 'contributors.yaml:2',
		文: 'b.zh.md:9',
	});
});

test('the book itself is left as it was', () => {
	const before = structuredClone(made.title);
	withSources(made);
	expect(made.title).toEqual(before);
});
