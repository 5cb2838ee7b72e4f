import { expect, test } from 'vitest';
import type { Unit } from '../../scripts/model/index.ts';
import { type ContentsPage, landmarks } from '../../scripts/package/landmarks.ts';
import { toSection } from '../../scripts/package/semantics.ts';
import { edition, inline, unit } from '../support/edition.ts';

function marks(...units: readonly Unit[]): readonly string[] {
	return marksWith([], ...units);
}

function marksWith(lists: ContentsPage['lists'], ...units: readonly Unit[]): readonly string[] {
	const files = units.map((one) => ({
		unit: one,
		file: `${one.id}.xhtml`,
		title: one.id,
		section: toSection(one, []),
		ids: new Set<string>(),
	}));
	const labels = { contents: '目录', cover: '封面' };
	return landmarks(edition({ labels }), files, { file: 'toc.xhtml', at: 1, lists }).map(
		({ type, href, text }) => `${type} ${href} ${text}`,
	);
}

test('only what is there is a landmark; the first unit of each matter and of each type counts', () => {
	expect(
		marks(
			unit('cover', { kind: 'cover', matter: 'front' }),
			unit('zh-preface', { matter: 'front' }),
			unit('zh-front-preface', { matter: 'front' }),
			unit('one'),
			unit('two'),
			unit('zh-back-acknowledgements', { matter: 'back' }),
		),
	).toEqual([
		'toc toc.xhtml 目录',
		'preface zh-preface.xhtml Title of zh-preface',
		'bodymatter one.xhtml Title of one',
		'backmatter zh-back-acknowledgements.xhtml Title of zh-back-acknowledgements',
		'acknowledgments zh-back-acknowledgements.xhtml Title of zh-back-acknowledgements',
	]);
	expect(marks(unit('zh-note', { matter: 'front' }))).toEqual(['toc toc.xhtml 目录']);
});

test('lists of figures and tables stand behind the contents', () => {
	const lists = [{ type: 'lot', title: { text: '表格', html: '表格' } }] as const;
	expect(marksWith(lists, unit('zh-note', { matter: 'front' }), unit('one'))).toEqual([
		'toc toc.xhtml 目录',
		'lot toc.xhtml#lot 表格',
		'bodymatter one.xhtml Title of one',
	]);
});

test('in two languages a landmark has both names', () => {
	const book = edition({
		languages: ['zh', 'en'],
		labels: { contents: '目录', 'between-languages': ' / ' },
		otherLabels: { contents: 'Contents' },
	});
	const one = unit('one', { title: inline('前言'), otherTitle: inline('Preface', 'en') });
	const file = {
		unit: one,
		file: 'one.xhtml',
		title: '',
		section: toSection(one, []),
		ids: new Set<string>(),
	};
	expect(landmarks(book, [file], { file: 'toc.xhtml', at: 0, lists: [] })).toEqual([
		{
			type: 'toc',
			guide: 'toc',
			href: 'toc.xhtml',
			text: '目录 / Contents',
			html: '目录 / <span lang="en" xml:lang="en">Contents</span>',
		},
		{
			type: 'bodymatter',
			guide: 'text',
			href: 'one.xhtml',
			text: '前言 / Preface',
			html: '前言 / <span lang="en" xml:lang="en">Preface</span>',
		},
	]);
});
