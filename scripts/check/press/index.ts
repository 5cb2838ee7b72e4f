import { ParseSpeeds, type PDFContext, type PDFDict, PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import type { Reporter } from '../../diagnostics/index.ts';
import { checkAnnotations } from './annotations.ts';
import { checkBleed } from './bleed.ts';
import { checkBoxes } from './boxes.ts';
import { checkColors } from './colors.ts';
import { checkDictionaries } from './dictionaries.ts';
import { Drawings } from './drawing.ts';
import type { PressExpectations } from './expectations.ts';
import { checkFileId, checkVersion } from './file.ts';
import { Findings } from './findings.ts';
import { InkCheck } from './inks.ts';
import { checkIntent } from './intent.ts';
import { checkLines } from './lines.ts';
import { checkMetadata } from './metadata.ts';

export type { PressExpectations };

/** Objects are read in one go: the file is at hand, and no one waits for a turn. */
const settings = { updateMetadata: false, ignoreEncryption: true, parseSpeed: ParseSpeeds.Fastest };

/**
 * Looks at the finished bytes of a press PDF as a printer would (PDF/X-4, ISO 15930-7:2010), whatever its writer
 * believes. Whatever is found is reported under the name of the file; bytes that are no PDF are reported and nothing
 * else is.
 */
export async function checkPress(
	bytes: Uint8Array,
	expectations: PressExpectations,
	report: Reporter,
): Promise<void> {
	const findings = new Findings();
	const file = await open(bytes);
	if (!file) findings.add('press-damaged', 'The file is no PDF that can be read');
	else if (file.context.trailerInfo.Encrypt) findings.add('press-encrypted', 'The file is encrypted');
	else look(bytes, file, expectations, findings);
	findings.report(report, expectations.name);
}

interface OpenFile {
	readonly context: PDFContext;
	readonly catalog: PDFDict;
	readonly pages: readonly PDFPage[];
}

async function open(bytes: Uint8Array): Promise<OpenFile | undefined> {
	try {
		const pdf = await PDFDocument.load(bytes, settings);
		const { context, catalog } = pdf;
		const isEncrypted = context.trailerInfo.Encrypt !== undefined;
		const pages = isEncrypted ? [] : pdf.getPages();
		return isEncrypted || pages.length > 0 ? { context, catalog, pages } : undefined;
	} catch {
		// Whatever a damaged file makes the library stumble over, it cannot be printed.
		return undefined;
	}
}

function look(
	bytes: Uint8Array,
	{ context, catalog, pages }: OpenFile,
	expectations: PressExpectations,
	findings: Findings,
): void {
	const { color, totalInk, pagesMultiple } = expectations;
	checkVersion(bytes, catalog, findings);
	checkFileId(context, findings);
	checkMetadata(catalog, context, findings);
	const intent = checkIntent(catalog, color, findings);
	if (pages.length % pagesMultiple !== 0)
		findings.add('press-pages', `The file has ${pages.length} pages, no multiple of ${pagesMultiple}`);
	checkBoxes(pages, expectations, findings);
	checkAnnotations(pages, findings);
	checkDictionaries(context, findings);
	const drawings = new Drawings(pages, findings);
	checkColors(drawings, new InkCheck({ color, totalInk, intent }, findings));
	checkLines(drawings, findings);
	checkBleed(pages, drawings, findings);
}
