import { expect, test } from 'vitest';
import { coverImage } from '../../scripts/package/cover.ts';
import { ImageNames } from '../../scripts/package/images.ts';
import { toXhtml } from '../../scripts/package/to-xhtml.ts';
import { closeUnits, indexIds, openUnits } from '../../scripts/package/units.ts';
import { edition, houseOf, inline, note, text, tree, unit } from '../support/edition.ts';
import { cover as coverPicture } from './edition.ts';

const cover = coverImage(coverPicture);
const house = { ...houseOf({}), labels: { en: { notes: 'Notes', 'back-to-text': 'Back' } } };

test('file names count the units that are shown, with as many digits as the last one needs', () => {
	const units = Array.from({ length: 100 }, (_, index) => unit(`zh-${index}`));
	const files = openUnits(edition({ units: [unit('p', { media: 'pages' }), ...units] }), cover, house);
	expect(files).toHaveLength(100);
	expect(files[0]?.file).toBe('001-zh-0.xhtml');
	expect(files[99]?.file).toBe('100-zh-99.xhtml');
});

test('titles have no soft hyphens', () => {
	const [file] = openUnits(edition({ units: [unit('a', { title: inline('re\u00adport') })] }), cover, house);
	expect(file?.title).toBe('report');
});

test('notes are named in the language of their unit, else in that of the edition', () => {
	const labels = { notes: '注释', 'back-to-text': '返回正文' };
	const notes = [note(1, text('N'))];
	const units = [unit('a', { lang: 'en', notes }), unit('b', { lang: 'zh', notes })];
	const [english, chinese] = openUnits(edition({ units, labels }), cover, house);
	expect(english && toXhtml([english.section])).toContain('aria-label="Notes"');
	expect(chinese && toXhtml([chinese.section])).toContain('aria-label="注释"');
});

test('notes may link to other units, and others to them', () => {
	const link = tree('<p><a href="#zh-b">B</a></p>').children.filter((child) => child.type === 'element');
	const files = openUnits(
		edition({
			units: [
				unit('zh-a', { notes: [{ id: 'n', name: '1', number: 1, children: link }] }),
				unit('zh-b', { body: tree('<section><h1 id="zh-b">B <a href="#n">n</a></h1></section>') }),
			],
		}),
		cover,
		house,
	);
	closeUnits(files, indexIds(files), new ImageNames(new Map()));
	const [a, b] = files.map((file) => toXhtml([file.section]));
	expect(a).toContain('href="02-zh-b.xhtml#zh-b"');
	expect(b).toContain('href="01-zh-a.xhtml#n"');
});
