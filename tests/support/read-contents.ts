import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** By page: text of each run of marked content, and what is painted outside of all. */
export interface PageContents {
	readonly texts: ReadonlyMap<number, string>;
	readonly outside: readonly string[];
}

/** Looks at what each page paints through the eyes of a library that had no part in its making. */
export async function readContents(bytes: Uint8Array): Promise<readonly PageContents[]> {
	const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
	const pdf = await task.promise;
	const pages: PageContents[] = [];
	for (let number = 1; number <= pdf.numPages; number++) {
		const page = await pdf.getPage(number);
		const { mcids, outside } = await readMarks(page);
		const texts = new Map([...mcids].map((mcid) => [mcid, '']));
		for (const [mcid, text] of await readTexts(page)) texts.set(mcid, text);
		pages.push({ texts, outside });
	}
	await task.destroy();
	return pages;
}

async function readTexts(page: PDFPageProxy): Promise<ReadonlyMap<number, string>> {
	const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
	const texts = new Map<number, string>();
	const open: (string | undefined)[] = [];
	for (const item of items) {
		if ('str' in item) {
			const mcid = /_mc(\d+)$/.exec(open.findLast((id) => id) ?? '')?.[1];
			if (mcid !== undefined) texts.set(Number(mcid), (texts.get(Number(mcid)) ?? '') + item.str);
		} else if (item.type === 'endMarkedContent') open.pop();
		else open.push(item.id);
	}
	return texts;
}

/** Operators that paint, each by its own; a path says by its first argument what is done with it. */
const painters: ReadonlySet<number> = new Set([
	OPS.showText,
	OPS.shadingFill,
	OPS.paintImageXObject,
	OPS.paintImageMaskXObject,
	OPS.paintInlineImageXObject,
	OPS.paintSolidColorImageMask,
]);

/** Numbers of marked content, and all that is painted in none and is no artifact, or both (ISO 14289-1, 7.1). */
async function readMarks(page: PDFPageProxy) {
	const { fnArray, argsArray } = await page.getOperatorList();
	const mcids = new Set<number>();
	const outside: string[] = [];
	const open: ('artifact' | 'content' | 'other')[] = [];
	fnArray.forEach((operator, index) => {
		const args = (argsArray[index] ?? []) as readonly unknown[];
		if (operator === OPS.endMarkedContent) open.pop();
		else if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) {
			const mcid = args[1];
			const name = typeof args[0] === 'string' ? args[0] : (args[0] as { name?: string } | undefined)?.name;
			if (typeof mcid === 'number' && mcids.has(mcid)) outside.push(`content ${mcid} a second time`);
			if (typeof mcid === 'number') mcids.add(mcid);
			open.push(typeof mcid === 'number' ? 'content' : name === 'Artifact' ? 'artifact' : 'other');
		}
		const paints =
			painters.has(operator) ||
			(operator === OPS.constructPath && args[0] !== OPS.endPath && args[0] !== null);
		if (!paints) return;
		const owners = open.filter((one) => one === 'content').length;
		const isRight = open.includes('artifact') ? owners === 0 : owners === 1;
		if (!isRight) outside.push(`operator ${operator} in ${open.join(' in ') || 'no mark'}`);
	});
	if (open.length > 0) outside.push(`${open.length} marks that do not end`);
	return { mcids, outside };
}
