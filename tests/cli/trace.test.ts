import { expect, test } from 'vitest';
import type { Span } from '../../scripts/cli/timings.ts';
import { toTrace } from '../../scripts/cli/trace.ts';

const span = (name: string, start: number, duration: number, kind: Span['kind'] = 'stage'): Span => ({
	name,
	kind,
	start,
	duration,
});

function lines(...spans: readonly Span[]): Record<string, number> {
	const { traceEvents } = JSON.parse(toTrace(spans)) as { traceEvents: { name: string; tid: number }[] };
	return Object.fromEntries(traceEvents.map(({ name, tid }) => [name, tid]));
}

test('a span becomes a complete event in microseconds', () => {
	expect(JSON.parse(toTrace([span('load', 1.5, 20.25)]))).toEqual({
		traceEvents: [{ name: 'load', cat: 'stage', ph: 'X', pid: 1, tid: 1, ts: 1500, dur: 20250 }],
		displayTimeUnit: 'ms',
	});
});

test('what runs side by side stands on different lines, and a line is used again', () => {
	expect(lines(span('a', 0, 10), span('b', 5, 10), span('c', 10, 3), span('d', 14, 1))).toEqual({
		a: 1,
		b: 2,
		c: 1,
		d: 1,
	});
});

test('details stand apart from stages', () => {
	const placed = lines(
		span('paginate', 0, 10),
		span('unit a', 1, 2, 'detail'),
		span('unit b', 1, 5, 'detail'),
	);
	expect(placed.paginate).toBe(1);
	expect(new Set(Object.values(placed)).size).toBe(3);
	expect(placed['unit a']).toBeGreaterThan(100);
});
