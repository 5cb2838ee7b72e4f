/** Elements that may become part of a page: they draw and do nothing else. */
export const DRAWING_ELEMENTS: ReadonlySet<string> = new Set([
	...[
		'svg',
		'g',
		'defs',
		'symbol',
		'use',
		'path',
		'rect',
		'circle',
		'ellipse',
		'line',
		'polyline',
		'polygon',
	],
	...['text', 'tspan', 'textPath', 'linearGradient', 'radialGradient', 'stop', 'marker', 'clipPath'],
]);

/** Elements that only describe; the image's alternative text says it. */
export const DESCRIBING_ELEMENTS: ReadonlySet<string> = new Set(['title', 'desc', 'metadata']);

/** Elements that load or run something. */
export const UNSAFE_ELEMENTS: ReadonlySet<string> = new Set([
	...[
		'script',
		'foreignobject',
		'image',
		'feimage',
		'iframe',
		'audio',
		'video',
		'embed',
		'object',
		'handler',
	],
]);

/** Attributes that set how a shape is drawn; they may also stand in `style` (SVG 1.1, 6.1). */
export const PRESENTATION: ReadonlySet<string> = new Set([
	...['alignment-baseline', 'baseline-shift', 'clip-path', 'clip-rule', 'color', 'direction', 'display'],
	...['dominant-baseline', 'fill', 'fill-opacity', 'fill-rule', 'font-family', 'font-size', 'font-stretch'],
	...['font-style', 'font-variant', 'font-weight', 'letter-spacing', 'marker-end', 'marker-mid'],
	...['marker-start', 'opacity', 'overflow', 'paint-order', 'shape-rendering', 'stop-color'],
	...['stop-opacity', 'stroke', 'stroke-dasharray', 'stroke-dashoffset', 'stroke-linecap'],
	...['stroke-linejoin', 'stroke-miterlimit', 'stroke-opacity', 'stroke-width', 'text-anchor'],
	...['text-decoration', 'text-rendering', 'vector-effect', 'visibility', 'word-spacing', 'writing-mode'],
]);

/** Attributes that say where and how large. */
export const GEOMETRY: ReadonlySet<string> = new Set([
	...['clipPathUnits', 'cx', 'cy', 'd', 'dx', 'dy', 'fr', 'fx', 'fy', 'gradientTransform', 'gradientUnits'],
	...['height', 'lengthAdjust', 'markerHeight', 'markerUnits', 'markerWidth', 'method', 'offset', 'orient'],
	...['pathLength', 'points', 'preserveAspectRatio', 'r', 'refX', 'refY', 'rotate', 'rx', 'ry', 'spacing'],
	...['spreadMethod', 'startOffset', 'textLength', 'transform', 'viewBox', 'width', 'x', 'x1', 'x2', 'y'],
	...['y1', 'y2'],
]);
