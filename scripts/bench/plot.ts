import type { Element, ElementContent, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { createScale, type Scale, spread } from './scale.ts';

/** One line of the plot: pages and seconds of each text. */
export interface Series {
	readonly name: string;
	readonly points: readonly { readonly pages: number; readonly seconds: number }[];
}

const width = 860;
const height = 480;
const frame = { left: 64, right: 580, top: 24, bottom: 420 };

/** Colours of the lines, each readable as text, for light and dark ground. */
const inks = [
	'#0072b2',
	'#d55e00',
	'#007a5a',
	'#b3478a',
	'#8a6d00',
	'#3d7fb8',
	'#6b4fbb',
	'#666666',
	'#a0302e',
];
const darkInks = [
	'#58b4f0',
	'#ff8f4d',
	'#3ecf9f',
	'#f08bc4',
	'#e0c040',
	'#a5d4ff',
	'#b9a3ff',
	'#b0b0b0',
	'#ff9d99',
];

const style = `text{font:13px system-ui,sans-serif;fill:#333}.grid{stroke:#ddd}.line{fill:none;stroke-width:2}
${inks.map((ink, index) => rules(index, ink)).join('')}
@media (prefers-color-scheme:dark){text{fill:#ddd}.grid{stroke:#444}${darkInks.map((ink, index) => rules(index, ink)).join('')}}`;

/** Seconds over pages, both logarithmic, one line a tool, named where it ends: an SVG for light and dark ground. */
export function plot(series: readonly Series[], title: string): string {
	const drawn = series.filter((one) => one.points.length > 0);
	const points = drawn.flatMap((one) => one.points);
	const x = createScale(
		points.map((one) => one.pages),
		frame.left,
		frame.right,
	);
	const y = createScale(
		points.map((one) => one.seconds),
		frame.bottom,
		frame.top,
	);
	const tree: Root = {
		type: 'root',
		children: [
			element(
				'svg',
				{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, role: 'img' },
				[
					element('title', {}, [text(title)]),
					element('style', {}, [text(style)]),
					...axes(x, y),
					...drawn.flatMap((one, index) => line(one, index, x, y)),
					...names(drawn, y),
				],
			),
		],
	};
	return `${unified().use(rehypeStringify, { space: 'svg' }).freeze().stringify(tree)}\n`;
}

function axes(x: Scale, y: Scale): Element[] {
	const { left, right, top, bottom } = frame;
	return [
		...x.ticks.flatMap((value) => [
			element('path', { className: ['grid'], d: `M${x.at(value)} ${top}V${bottom}` }, []),
			label(x.at(value), bottom + 20, 'middle', String(value)),
		]),
		...y.ticks.flatMap((value) => [
			element('path', { className: ['grid'], d: `M${left} ${y.at(value)}H${right}` }, []),
			label(left - 8, y.at(value) + 4, 'end', String(value)),
		]),
		label((left + right) / 2, bottom + 46, 'middle', 'pages'),
		element('text', { textAnchor: 'middle', transform: `translate(16 ${(top + bottom) / 2}) rotate(-90)` }, [
			text('seconds'),
		]),
	];
}

function line({ points }: Series, index: number, x: Scale, y: Scale): Element[] {
	const places = [...points]
		.sort((a, b) => a.pages - b.pages)
		.map(({ pages, seconds }) => [x.at(pages), y.at(seconds)] as const);
	const d = places.map(([left, top], place) => `${place === 0 ? 'M' : 'L'}${left} ${top}`).join('');
	const ink = `ink-${index % inks.length}`;
	return [
		element('path', { className: ['line', ink], d }, []),
		...places.map(([cx, cy]) => element('circle', { className: [ink], cx, cy, r: 3.5 }, [])),
	];
}

/** Names stand right of the frame, each as near to the end of its line as the others leave room. */
function names(series: readonly Series[], y: Scale): Element[] {
	const ends = series.map(({ points }) => y.at(points.at(-1)?.seconds ?? 1));
	return spread(ends, 17).map((top, index) =>
		element('text', { className: [`ink-${index % inks.length}`], x: frame.right + 12, y: top + 4 }, [
			text(series[index]?.name ?? ''),
		]),
	);
}

function label(x: number, y: number, textAnchor: string, value: string): Element {
	return element('text', { x, y, textAnchor }, [text(value)]);
}

function rules(index: number, ink: string): string {
	return `.line.ink-${index}{stroke:${ink}}circle.ink-${index},text.ink-${index}{fill:${ink}}`;
}

function element(
	tagName: string,
	properties: Readonly<Record<string, string | number | string[]>>,
	children: ElementContent[],
): Element {
	return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
	return { type: 'text', value };
}
