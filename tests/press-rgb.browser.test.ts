import { appendFile, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { expect, onTestFinished, test } from 'vitest';
import { checkPress } from '../scripts/check/index.ts';
import { createReport } from '../scripts/diagnostics/index.ts';
import { build } from '../scripts/pipeline.ts';
import { srgbProfile } from '../scripts/print/srgb-profile.ts';
import { temporaryFolder } from './support/folder.ts';
import { createWorld, manuscripts } from './support/world.ts';

const mm = { width: 210, height: 297 };
const expectations = {
	name: 'book.print.pdf',
	trim: mm,
	bleed: 3,
	pagesMultiple: 4,
	color: 'rgb',
	totalInk: 300,
} as const;

test('the digest in RGB passes the preflight, and no more with the profile of a screen', async () => {
	const manuscript = join(await temporaryFolder(), 'book');
	await cp(manuscripts.digest, manuscript, { recursive: true });
	await appendFile(join(manuscript, 'book.yaml'), '\nprint: { color: rgb }\n');
	const { world, report, session } = await createWorld();
	onTestFinished(session.close);
	const { artifacts } = await build({ manuscript, editions: ['en'], formats: ['print'] }, world);
	expect(report.list()).toEqual([]);
	const bytes = artifacts.find(({ format }) => format === 'print')?.bytes ?? new Uint8Array();

	const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
	const intent = pdf.catalog.lookup(PDFName.of('OutputIntents'), PDFArray).lookup(0, PDFDict);
	const profile = intent.lookup(PDFName.of('DestOutputProfile'));
	if (!(profile instanceof PDFRawStream)) throw new Error('The intent has no profile.');
	expect(Buffer.from(decodePDFRawStream(profile).decode()).toString('latin1', 12, 24)).toBe('prtrRGB Lab ');

	const found = async (file: Uint8Array) => {
		const own = createReport();
		await checkPress(file, expectations, own.add);
		return own.list().map(({ rule, severity, message }) => [rule, severity, message]);
	};
	expect(await found(bytes)).toEqual([]);
	const screen = pdf.context.flateStream(srgbProfile(), { N: 3 });
	intent.set(PDFName.of('DestOutputProfile'), pdf.context.register(screen));
	expect(await found(await pdf.save())).toContainEqual([
		'press-profile',
		'error',
		expect.stringContaining('class mntr'),
	]);
});
