import { expect, test } from 'vitest';
import { documentProperties } from '../../scripts/print/document-properties.ts';
import { edition, signer } from '../support/edition.ts';

const full = edition({
	metadata: {
		title: '安全',
		subtitle: '报告',
		description: '说明',
		subjects: ['治理', 'AI'],
		modified: new Date('2024-05-06T07:08:09Z'),
		creators: [{ ...signer('季卫东', 'zh'), fileAs: 'ji wei dong', role: 'aut' }],
	},
});

const property = (kind: 'screen' | 'print', name: string, of = full) =>
	documentProperties(of, kind).find((one) => one.name === name)?.value;

test('the properties are the book’s, as its information dictionary has them', () => {
	expect(property('print', 'title')).toEqual({ alt: { 'x-default': '安全: 报告' } });
	expect(property('print', 'creator')).toEqual({ seq: ['季卫东'] });
	expect(property('print', 'subject')).toEqual({ bag: ['治理', 'AI'] });
	expect(property('print', 'Keywords')).toBe('治理 AI');
	for (const name of ['CreateDate', 'ModifyDate', 'MetadataDate'])
		expect(property('print', name)).toBe('2024-05-06T07:08:09Z');
});

test('identifiers are stable, of their own for each file, and the instance changes with the moment', () => {
	expect(property('print', 'DocumentID')).toMatch(/^uuid:[0-9a-f-]{36}$/);
	expect(property('print', 'DocumentID')).toBe(property('print', 'DocumentID'));
	expect(property('print', 'DocumentID')).not.toBe(property('screen', 'DocumentID'));
	const later = edition({
		...full,
		metadata: { ...full.metadata, modified: new Date('2025-01-01T00:00:00Z') },
	});
	expect(property('print', 'DocumentID', later)).toBe(property('print', 'DocumentID'));
	expect(property('print', 'InstanceID', later)).not.toBe(property('print', 'InstanceID'));
});

test('what is missing is left out', () => {
	const names = documentProperties(edition({ metadata: { title: 'A' } }), 'print').map(({ name }) => name);
	for (const name of ['description', 'subject', 'Keywords']) expect(names).not.toContain(name);
});

test('of an edition in two languages they are in both, the main one by default', () => {
	const inTwo = edition({
		languages: ['zh', 'en'],
		layout: 'facing',
		metadata: {
			...full.metadata,
			rights: '可用。',
			otherTitles: [{ lang: 'en', title: 'Safety', subtitle: 'A Report' }],
			second: { lang: 'en', description: 'About it', subjects: ['governance'] },
		},
	});
	expect(property('screen', 'language', inTwo)).toEqual({ bag: ['zh', 'en'] });
	expect(property('screen', 'title', inTwo)).toEqual({
		alt: { 'x-default': '安全: 报告', en: 'Safety: A Report' },
	});
	expect(property('screen', 'description', inTwo)).toEqual({ alt: { 'x-default': '说明', en: 'About it' } });
	expect(property('screen', 'rights', inTwo)).toEqual({ alt: { 'x-default': '可用。' } });
	expect(property('screen', 'subject', inTwo)).toEqual({ bag: ['治理', 'AI', 'governance'] });
	expect(property('screen', 'Keywords', inTwo)).toBe('治理 AI governance');
});
