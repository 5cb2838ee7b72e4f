import { expect, test } from 'vitest';
import type { Unit } from '../../scripts/model/index.ts';
import { type ContentsPage, landmarks } from '../../scripts/package/landmarks.ts';
import { toSection } from '../../scripts/package/semantics.ts';
import { edition, unit } from '../support/edition.ts';

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
		({ type, href, title }) => `${type} ${href} ${title}`,
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
		'preface zh-preface.xhtml zh-preface',
		'bodymatter one.xhtml one',
		'backmatter zh-back-acknowledgements.xhtml zh-back-acknowledgements',
		'acknowledgments zh-back-acknowledgements.xhtml zh-back-acknowledgements',
	]);
	expect(marks(unit('zh-note', { matter: 'front' }))).toEqual(['toc toc.xhtml 目录']);
});

test('lists of figures and tables stand behind the contents', () => {
	const lists = [{ type: 'lot', title: '表格' }] as const;
	expect(marksWith(lists, unit('zh-note', { matter: 'front' }), unit('one'))).toEqual([
		'toc toc.xhtml 目录',
		'lot toc.xhtml#lot 表格',
		'bodymatter one.xhtml one',
	]);
});
