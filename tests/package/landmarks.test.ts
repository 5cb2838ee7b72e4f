import { expect, test } from 'vitest';
import type { Unit } from '../../scripts/model/index.ts';
import { landmarks } from '../../scripts/package/landmarks.ts';
import { edition, element, unit } from '../support/edition.ts';

function marks(...units: readonly Unit[]): readonly string[] {
	const files = units.map((one) => ({
		unit: one,
		file: `${one.id}.xhtml`,
		title: one.id,
		section: element('section'),
		ids: new Set<string>(),
	}));
	const labels = { contents: '目录', cover: '封面' };
	return landmarks(edition({ labels }), files, 'toc.xhtml').map(
		({ type, href, title }) => `${type} ${href} ${title}`,
	);
}

test('only what is there is a landmark; the first unit of each matter counts', () => {
	expect(
		marks(
			unit('cover', { kind: 'cover', matter: 'front' }),
			unit('preface', { matter: 'front' }),
			unit('one'),
			unit('two'),
			unit('after', { matter: 'back' }),
		),
	).toEqual([
		'cover cover.xhtml 封面',
		'toc toc.xhtml 目录',
		'bodymatter one.xhtml one',
		'backmatter after.xhtml after',
	]);
	expect(marks(unit('preface', { matter: 'front' }))).toEqual(['toc toc.xhtml 目录']);
});
