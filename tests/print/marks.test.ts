import { expect, test } from 'vitest';
import { pressFrame, toPoints } from '../../scripts/print/frame.ts';
import { addMarks, slugForMarks } from '../../scripts/print/marks.ts';
import { PdfWriter } from '../../scripts/print/pdf-writer.ts';

const place = { sheet: [660, 870], left: 9, top: 9 } as const;
const trim = { width: 152.4, height: 228.6 };

/** Every point that a path goes through or is bent by, from what a writer is given. */
function draw(color: 'gray' | 'cmyk' | 'rgb', bleed: number, slug: number = slugForMarks) {
	const frame = pressFrame(trim, place, { bleed, slug });
	const streams: { entries: string; content: string }[] = [];
	const writer = new PdfWriter();
	writer.stream = (_number, entries, bytes) =>
		void streams.push({ entries, content: Buffer.from(bytes).toString('latin1') });
	const number = addMarks(writer, frame, color);
	const { entries = '', content = '' } = streams[0] ?? {};
	const points = [...content.matchAll(/(-?[\d.]+(?: -?[\d.]+)*) [mlc]\b/g)].flatMap(([, numbers = '']) => {
		const all = numbers.split(' ').map(Number);
		return Array.from(
			{ length: all.length / 2 },
			(_, nth) => [all[2 * nth] ?? 0, all[2 * nth + 1] ?? 0] as const,
		);
	});
	return { frame, number, entries, content, points };
}

test.each([0, 3, 5])('with a bleed of %i mm all marks lie on the media and outside the bleed', (bleed) => {
	const { frame, points } = draw('cmyk', bleed);
	const [left, lower, right, upper] = frame.bleed ?? [0, 0, 0, 0];
	const [width, height] = frame.media;
	expect(points.length).toBeGreaterThan(16);
	for (const [x, y] of points) {
		expect(x > 0 && x < width && y > 0 && y < height, `${x} ${y}`).toBe(true);
		expect(x > left && x < right && y > lower && y < upper, `${x} ${y}`).toBe(false);
	}
});

test('two crop marks of 5 mm stand at each corner, in line with the trim', () => {
	const { frame, content } = draw('cmyk', 3);
	const lines = [...content.matchAll(/([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S/g)].map((line) =>
		line.slice(1).map(Number),
	);
	for (const [at, along] of [
		[0, frame.trim[0]],
		[0, frame.trim[2]],
		[1, frame.trim[1]],
		[1, frame.trim[3]],
	] as const) {
		const marks = lines.filter(
			(line) => Math.abs((line[at] ?? 0) - along) < 0.001 && line[at] === line[at + 2],
		);
		expect(marks).toHaveLength(2);
		for (const mark of marks) {
			expect(Math.abs((mark[1 - at] ?? 0) - (mark[3 - at] ?? 0))).toBeCloseTo(toPoints(5), 4);
		}
	}
	expect(content).toContain(' 0.25 w ');
	// A circle for the cross of each side.
	expect(content.match(/ s\b/g)).toHaveLength(4);
});

test('marks are on every plate; in gray there is but one', () => {
	expect(draw('cmyk', 3).entries).toMatch(/\/Separation \/All \/DeviceCMYK <<.*\/C1 \[1 1 1 1\]/);
	expect(draw('rgb', 3).entries).toMatch(/\/Separation \/All \/DeviceRGB <<.*\/C1 \[0 0 0\]/);
	expect(draw('cmyk', 3).content).toMatch(/^\/All CS 1 SCN /);
	expect(draw('gray', 3)).toMatchObject({
		content: expect.stringMatching(/^0 G /),
		entries: expect.not.stringContaining('ColorSpace'),
	});
});

test('without room there are none', () => {
	expect(draw('cmyk', 3, 0)).toMatchObject({ number: undefined, content: '' });
});

test('a sheet that is folded has dashed marks above and below each fold, outside the bleed', () => {
	const frame = { ...pressFrame(trim, place, { bleed: 3, slug: slugForMarks }), folds: [100, 140] };
	const written: string[] = [];
	const writer = new PdfWriter();
	writer.stream = (_number, _entries, bytes) => void written.push(Buffer.from(bytes).toString('latin1'));
	addMarks(writer, frame, 'cmyk');
	// The crosses of a cover must not stand between the folds of its spine.
	expect(written[0]?.match(/ s\b/g)).toHaveLength(6);
	const [whole = '', dashed = ''] = written[0]?.split('[2 1] 0 d') ?? [];
	expect(whole).not.toMatch(/\b1[04]0 [\d.]+ m/);
	const marks = [...dashed.matchAll(/([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S/g)].map((line) =>
		line.slice(1).map(Number),
	);
	expect(marks.map(([x]) => x)).toEqual([100, 100, 140, 140]);
	const [, lower = 0, , upper = 0] = frame.bleed ?? [];
	for (const [from, y = 0, to, end = 0] of marks) {
		expect(from).toBe(to);
		expect(Math.max(y, end) < lower || Math.min(y, end) > upper).toBe(true);
	}
});
