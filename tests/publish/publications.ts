import type { Accessibility, Artifact, Edition, Publication } from '../../scripts/model/index.ts';
import { cover, picture } from '../package/edition.ts';
import { edition, inline, ownHouse, tocEntry, tree, unit } from '../support/edition.ts';

export { cover, picture };

const { labels } = await ownHouse();

export const accessibility: Accessibility = {
	modes: ['textual', 'visual'],
	sufficient: ['textual', 'textual,visual'],
	features: ['alternativeText', 'displayTransformability', 'readingOrder', 'tableOfContents', 'unlocked'],
	hazard: 'none',
	summary: 'Reads in “logical” order & is <linked>.',
};

export function pdf(id = 'zh', rest: Partial<Artifact> = {}): Artifact {
	const bytes = new TextEncoder().encode(`%PDF-1.7\n${id}`);
	return { name: `report.${id}.pdf`, edition: id, format: 'screen', bytes, time: 1, pages: 67, ...rest };
}

/** A PDF that says of itself that it follows PDF/UA-1. */
export function taggedPdf(id = 'zh', rest: Partial<Artifact> = {}): Artifact {
	const head = '%PDF-1.7\n<x:xmpmeta><pdfuaid:part>1</pdfuaid:part></x:xmpmeta>\n';
	return pdf(id, { bytes: new TextEncoder().encode(head + id), ...rest });
}

export function archivePdf(id = 'zh', rest: Partial<Artifact> = {}): Artifact {
	const name = `report.${id}.archive.pdf`;
	const bytes = new TextEncoder().encode(`%PDF-1.7\n${name}`);
	return { name, edition: id, format: 'archive', archive: '2a', bytes, time: 1, pages: 67, ...rest };
}

/** What a printer gets: the inside and the cover. */
export function forPrinter(id = 'zh'): readonly Artifact[] {
	const file = (format: 'print' | 'cover') => {
		const name = `report.${id}.${format}.pdf`;
		return { name, edition: id, format, bytes: new TextEncoder().encode(name), time: 1 };
	};
	return [
		{ ...file('print'), pages: 72, trim: { width: 148, height: 209.55 } },
		{ ...file('cover'), pages: 1, spine: 4.2 },
	];
}

export function epub(id = 'zh', rest: Partial<Artifact> = {}): Artifact {
	const { profile = 'generic' } = rest;
	const name = ['report', id, ...(profile === 'generic' ? [] : [profile]), 'epub'].join('.');
	const bytes = new TextEncoder().encode(name);
	return { name, edition: id, format: 'epub', profile, bytes, time: 1, accessibility, ...rest };
}

/** An edition of which everything is known that can be known. */
export function richEdition(rest: Parameters<typeof edition>[0] = {}): Edition {
	const { metadata, ...others } = rest;
	return edition({
		labels: labels.zh ?? {},
		units: [unit('zh-values', { body: tree('<h2>机器</h2><h3>来源</h3>') })],
		toc: [
			{ ...tocEntry('zh-preface', '序\u00ad言'), byline: inline('林越') },
			tocEntry('zh-part-1', '第一章 &amp; 更多', [tocEntry('zh-values', '机器替谁作主')]),
		],
		...others,
		metadata: {
			title: '机器与尺度',
			subtitle: '小书 & 大书',
			otherTitles: [{ lang: 'en', title: 'Machines & Measures', subtitle: 'A <small> book' }],
			description: '“引号”与 <尖括号>。\u0001\ud800',
			rights: '可自由使用。',
			subjects: ['人工智能', '治理'],
			subjectCodes: { bisac: ['COM004000', 'LAW104000'], thema: ['UYQ'], clc: ['TP18'] },
			publishers: [
				{ name: '尺度研究社', lang: 'zh', others: [{ lang: 'en', name: 'Measure Press' }] },
				{ name: 'Open Futures Lab', lang: 'en', others: [] },
			],
			series: { title: '机器丛书', number: '3', issn: '2049-3630' },
			creators: [
				{
					name: '林越',
					lang: 'zh',
					others: [{ lang: 'en', name: 'Lin Yue' }],
					fileAs: 'lin yue',
					role: 'aut',
					orcid: '0000-0002-1825-0097',
					kind: 'person',
					affiliation: '尺度大学',
					biography: '教授。',
				},
				{
					name: 'Rosa M. Keller',
					lang: 'en',
					others: [],
					fileAs: 'Keller, Rosa M.',
					role: 'trl',
					kind: 'person',
				},
				{
					name: '工作组',
					lang: 'zh',
					others: [{ lang: 'en', name: 'Working Group' }],
					fileAs: 'gong zuo zu',
					role: 'spn',
					kind: 'organization',
				},
			],
			date: '2024-03-15',
			modified: new Date(Date.UTC(2024, 2, 1, 12, 30, 4)),
			isbns: { print: '9780306406157', pdf: '9783161484100', epub: '9791234567896' },
			review: {
				by: '无障碍评测社',
				date: '2024-02-01',
				wcag: '2.2',
				level: 'AA',
				report: 'https://example.org/report',
				credential: 'https://example.org/badge',
			},
			website: 'https://example.org/books/',
			...metadata,
		},
	});
}

/** Two editions in all formats. */
export function publications(): readonly Publication[] {
	const en = richEdition({
		id: 'en',
		languages: ['en'],
		labels: labels.en ?? {},
		metadata: {
			title: 'Machines & Measures',
			identifier: 'urn:uuid:2e9a3b6f-9d6a-5f0e-8a53-5d3bd70a5a10',
			isbns: {},
		},
	});
	return [
		{ edition: richEdition(), artifacts: [pdf(), epub()], cover },
		{ edition: en, artifacts: [pdf('en'), epub('en', { profile: 'kindle' }), epub('en')], cover },
	];
}

/** Two editions, one of which is printed under an ISBN of its own. */
export function printedPublications(): readonly Publication[] {
	const [zh, en] = publications();
	if (!zh || !en) throw new Error('There are not two editions.');
	const { metadata } = en.edition;
	const printed = { ...en.edition, metadata: { ...metadata, isbns: { print: '9780306406164' } } };
	return [
		{ ...zh, artifacts: [taggedPdf(), ...forPrinter(), epub()] },
		{ ...en, edition: printed, artifacts: [taggedPdf('en'), ...forPrinter('en')] },
	];
}

/** As little as a book may say of itself. */
export function bareEdition(): Edition {
	return edition({});
}

/** An edition in two languages of which everything is known that can be known. */
export function bilingualEdition(rest: Parameters<typeof edition>[0] = {}): Edition {
	const { metadata, ...others } = rest;
	const single = richEdition();
	const [author, ...creators] = single.metadata.creators;
	if (!author) throw new Error('Nobody signs.');
	const preface = { ...tocEntry('zh-preface', '序言'), byline: inline('林越') };
	return richEdition({
		id: 'bilingual',
		languages: ['zh', 'en'],
		layout: 'facing',
		labels: { ...labels.zh, 'edition-name': '双语版' },
		otherLabels: { ...labels.en, 'edition-name': 'Bilingual edition' },
		toc: [
			{ ...preface, other: { ...tocEntry('en-preface', ''), title: inline('Preface', 'en') } },
			tocEntry('zh-part-1', '第一章', [tocEntry('zh-values', '机器替谁作主')]),
		],
		...others,
		metadata: {
			identifier: 'urn:uuid:0c8a24c6-2b3c-5d86-9f0b-3c1f3f0e7a55',
			isbns: { epub: '9780000000002' },
			creators: [{ ...author, secondBiography: 'A professor.' }, ...creators],
			second: {
				lang: 'en',
				description: 'About “machines” & <measures>.',
				rights: 'Free to use.',
				subjects: ['artificial intelligence'],
				reviewer: 'Society of Review',
			},
			...metadata,
		},
	});
}
