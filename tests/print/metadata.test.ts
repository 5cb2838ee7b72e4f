import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import type { Edition, Metadata } from '../../scripts/model/index.ts';
import { setMetadata } from '../../scripts/print/metadata.ts';
import { edition, signer } from '../support/edition.ts';
import { emptyPdf, openPdf } from '../support/make-pdf.ts';

const full: Partial<Metadata> = {
	title: '生成式人工智能：安全 & <治理>',
	subtitle: '报告',
	description: '关于治理的报告',
	subjects: ['治理', 'AI'],
	creators: [
		{ ...signer('季卫东', 'zh'), fileAs: 'ji wei dong', role: 'aut' },
		{ ...signer('Jane (J.) Doe', 'en'), fileAs: 'Doe, Jane', role: 'aut' },
	],
};

async function made(metadata: Partial<Metadata>) {
	const pdf = await emptyPdf(1);
	setMetadata(pdf, edition({ metadata }));
	return pdf;
}

async function info(metadata: Partial<Metadata>) {
	const read = await openPdf(await made(metadata));
	const { info: dictionary } = await read.getMetadata();
	return { read, info: dictionary as Readonly<Record<string, unknown>> };
}

test('title, authors, subject and keywords are the book’s', async () => {
	expect((await info(full)).info).toMatchObject({
		Title: '生成式人工智能：安全 & <治理>: 报告',
		Author: '季卫东; Jane (J.) Doe',
		Subject: '关于治理的报告',
		Keywords: '治理 AI',
		Creator: 'Diglot',
		Language: 'zh',
	});
});

test('dates are the book’s, never the clock’s', async () => {
	const { info: dictionary } = await info({ ...full, modified: new Date('2024-05-06T07:08:09Z') });
	expect(dictionary.CreationDate).toMatch(/^D:20240506070809/);
	expect(dictionary.ModDate).toBe(dictionary.CreationDate);
});

test('what is missing is left out', async () => {
	const { info: dictionary } = await info({ title: '报告' });
	expect(dictionary.Title).toBe('报告');
	expect(dictionary).not.toHaveProperty('Subject');
});

test('the window shows the title and the outline', async () => {
	const { read } = await info(full);
	expect(await read.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
	expect(await read.getPageMode()).toBe('UseOutlines');
});

test('the identity of the file follows from the book alone', async () => {
	const fingerprint = async (metadata: Partial<Metadata>) => (await info(metadata)).read.fingerprints;
	const first = await fingerprint(full);
	expect(first[0]).toMatch(/^[0-9a-f]{32}$/);
	expect(first[1] ?? first[0]).toBe(first[0]);
	expect(await fingerprint({ ...full, subjects: [] })).toEqual(first);
	expect(await fingerprint({ ...full, modified: new Date(0) })).not.toEqual(first);
	expect(await fingerprint({ ...full, identifier: 'urn:uuid:other' })).not.toEqual(first);
});

test('the same book makes the same bytes', async () => {
	const save = async () => await (await made(full)).save();
	expect(Buffer.from(await save()).equals(Buffer.from(await save()))).toBe(true);
	const loaded = await PDFDocument.load(await save(), { updateMetadata: false });
	expect(loaded.getProducer()).toContain('Diglot');
});

test('facing pages are shown side by side, to readers alone', async () => {
	const layoutOf = async (layout: Edition['layout'], kind?: 'print' | 'archive') => {
		const pdf = await emptyPdf(1);
		setMetadata(pdf, edition({ ...(layout ? { layout } : {}) }), kind);
		return (await openPdf(pdf)).getPageLayout();
	};
	expect(await layoutOf('facing')).toBe('TwoPageRight');
	expect(await layoutOf('facing', 'archive')).toBe('TwoPageRight');
	expect(await layoutOf('facing', 'print')).toBe('');
	expect(await layoutOf('columns')).toBe('');
	expect(await layoutOf(undefined)).toBe('');
});

test('keywords are in both languages of an edition in two', async () => {
	const second = { lang: 'en', subjects: ['governance'] };
	expect((await info({ ...full, second })).info.Keywords).toBe('治理 AI governance');
});
