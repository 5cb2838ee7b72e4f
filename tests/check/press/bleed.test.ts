import { PDFName } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { checkPress } from '../../../scripts/check/index.ts';
import { expectations, imageEntries, type PressPdf, pressPdf } from '../../support/press-pdf.ts';
import { createReport } from '../../support/report.ts';

const mm = 72 / 25.4;
const sheet = { width: 148 * mm, height: 210 * mm };
/** Left and lower edge of the trim; the bleed begins 3 mm before it. */
const trim = 13 * mm;

/** All that is said of a file with these operators on its first page. */
async function said(operators: string, change?: (made: PressPdf) => void): Promise<readonly string[]> {
	const report = createReport();
	const both = (made: PressPdf) => {
		change?.(made);
		made.paint(`0 0 0 1 k ${operators}`);
	};
	await checkPress(await pressPdf({ change: both }), expectations, report.add);
	return report.list().map(({ rule, severity, message }) => `${rule} ${severity}: ${message}`);
}

/** A rectangle whose left, lower, right and upper edges lie so many mm inside the trim; outside where they are negative. */
function box(...inside: readonly [left: number, bottom: number, right: number, top: number]): string {
	const [left, bottom, right, top] = inside.map((one) => one * mm) as [number, number, number, number];
	const sizes = [sheet.width - left - right, sheet.height - bottom - top];
	return [trim + left, trim + bottom, ...sizes].map((one) => one.toFixed(4)).join(' ');
}

const matrix = (...inside: Parameters<typeof box>) => {
	const [x, y, width, height] = box(...inside).split(' ');
	return `${width} 0 0 ${height} ${x} ${y} cm`;
};
const fault = (what: string, where: string, side: string) =>
	`press-bleed warning: ${what} ends ${where} on the ${side} and does not reach the bleed (page 1 of the file).`;

describe('what ends at the trim is warned of', () => {
	test.each([
		['left', box(0, 50, 50, 50)],
		['bottom', box(50, 0, 50, 50)],
		['right', box(50, 50, 0, 50)],
		['top', box(50, 50, 50, 0)],
	])('on the %s', async (side, field) => {
		expect(await said(`${field} re f`)).toEqual([fault('A field', 'at the trim', side)]);
	});

	test.each([
		[0.9, '0.9 mm inside the trim'],
		[-0.9, '0.9 mm outside the trim'],
	])('%s mm away from it', async (inside, where) => {
		expect(await said(`${box(50, 50, inside, 50)} re f*`)).toEqual([fault('A field', where, 'right')]);
	});

	test('on all sides where nothing reaches the bleed', async () => {
		expect(await said(`${box(0, 0, 0, 0)} re B`)).toEqual(
			['left', 'bottom', 'right', 'top'].map((side) => fault('A field', 'at the trim', side)),
		);
	});

	test('drawn line by line, and scaled', async () => {
		const [left, right] = [trim / 2, (trim + 90) / 2];
		const path = `${left} 100 m ${right} 100 l ${right} 200 l ${left} 200 l h`;
		expect(await said(`2 0 0 2 0 0 cm ${path} f`)).toEqual([fault('A field', 'at the trim', 'left')]);
	});

	test('an image, also one that stands in the content', async () => {
		const inline = 'BI /W 1 /H 1 /BPC 8 /CS /G ID a EI';
		const where = matrix(50, -3, 0, 50);
		for (const image of ['/Im Do', inline])
			expect(await said(`q ${where} ${image} Q`)).toEqual([fault('An image', 'at the trim', 'right')]);
	});

	test('a shading, as far as its clip shows it', async () => {
		expect(await said(`q ${box(0, 50, 50, 50)} re W n /Sh sh Q`)).toEqual([
			fault('A gradient', 'at the trim', 'left'),
		]);
	});

	test('a rectangle of a pattern', async () => {
		const change = ({ resource, object }: PressPdf) =>
			resource('Pattern', 'P', object({ PatternType: 2, Shading: { ColorSpace: 'DeviceCMYK' } }));
		expect(await said(`/Pattern cs /P scn ${box(0, 50, 50, 50)} re f`, change)).toEqual([
			fault('A gradient', 'at the trim', 'left'),
		]);
	});

	test('cut at the trim by its clip, though it is larger', async () => {
		const cut = `q ${box(0, -9, -9, -9)} re W n ${matrix(-9, -9, -9, -9)} /Im Do Q`;
		expect(await said(cut)).toEqual([fault('An image', 'at the trim', 'left')]);
	});

	test('in a form in a form', async () => {
		const change = ({ resource, stream }: PressPdf) => {
			const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9] };
			const inner = stream('0 g 0 0 20 5 re f', { ...form, Matrix: [1, 0, 0, 1, 2, 0] });
			const outer = stream('q 10 0 0 10 0 0 cm /In Do Q', {
				...form,
				BBox: [0, 0, 900, 900],
				Resources: { XObject: { In: inner } },
			});
			resource('XObject', 'Out', outer);
		};
		const right = trim + sheet.width;
		expect(await said(`1 0 0 1 ${right - 110} 200 cm /Out Do`, change)).toEqual([
			fault('A field', 'at the trim', 'right'),
		]);
	});
});

describe('nothing is said of', () => {
	const ground = box(-3, -3, -3, -3);
	test.each([
		['what reaches the bleed', `${ground} re f q ${matrix(-3, 100, 50, -9)} /Im Do Q`],
		['what ends more than 1 mm inside', `${box(1.2, 1.2, 1.2, 1.2)} re f`],
		['paper', `0 0 0 0 k ${box(0, 0, 0, 0)} re f 1 g ${box(0, 0, 0, 0)} re f`],
		['what shows nothing', `/G gs ${box(0, 0, 0, 0)} re f`],
		['what is cut off', `q ${box(30, 30, 30, 30)} re W n ${matrix(0, 0, 0, 0)} /Im Do Q`],
		['what a round clip cuts off', `q 200 300 m 200 350 250 350 250 300 c h W n ${box(0, 0, 0, 0)} re f Q`],
		['what lies outside of the trim', `${box(-3, 50, 148, 50)} re f`],
		['a path that only cuts', `${box(0, 0, 0, 0)} re W n`],
		['strokes', `${box(0, 0, 0, 0)} re S`],
		['what is turned', `q 1 1 -1 1 ${trim} 200 cm 0 0 50 50 re f Q`],
		['what has no corners', `${trim} 100 m ${trim} 200 90 200 90 100 c f`],
		['a field on a ground that reaches the bleed', `${ground} re f 0 0 0 .5 k ${box(0, 0, 0, 0)} re f`],
		['a field that goes on in another', `${box(0, 50, 50, 50)} re f ${box(-3, 50, 147, 50)} re f`],
	])('%s', async (_, operators) => {
		const change = (made: PressPdf) => made.resource('ExtGState', 'G', made.object({ ca: 0 }));
		expect(await said(operators, change)).toEqual([]);
	});
});

test('a strip that another field covers in part alone is warned of', async () => {
	const fields = `${box(0, 50, 50, 50)} re f ${box(-3, 60, 147, 50)} re f`;
	expect(await said(fields)).toEqual([fault('A field', 'at the trim', 'left')]);
});

test('forms that draw each other over and over come to an end', async () => {
	const change = ({ resource, stream }: PressPdf) => {
		const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 900, 900] };
		let inner = stream('0 g 0 0 900 900 re f', form);
		for (let depth = 0; depth < 8; depth++)
			inner = stream('/In Do '.repeat(20), { ...form, Resources: { XObject: { In: inner } } });
		resource('XObject', 'In', inner);
	};
	expect(await said('/In Do', change)).toEqual([]);
});

test('an image of a page is told with all its pages', async () => {
	const change = ({ pages, stream, resource }: PressPdf) => {
		resource('XObject', 'P', stream(new Uint8Array(4), imageEntries(1, 1, 'DeviceCMYK')));
		for (const page of pages) page.node.set(PDFName.of('Contents'), stream(`${matrix(0, 50, 50, 50)} /P Do`));
	};
	const report = createReport();
	await checkPress(await pressPdf({ change }), expectations, report.add);
	expect(report.list().map(({ message }) => message)).toEqual([
		'An image ends at the trim on the left and does not reach the bleed (pages 1, 2 of the file).',
	]);
});
