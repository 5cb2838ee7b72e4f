import type { Span } from './timings.ts';

/** Times of a trace count in microseconds. */
const microseconds = 1000;

/**
 * Spans in Chrome's Trace Event Format (JSON object form, complete events), which chrome://tracing and Perfetto open.
 * What ran at the same time stands on different lines, stages above their details.
 */
export function toTrace(spans: readonly Span[]): string {
	const kinds = ['stage', 'detail'] as const;
	const events = kinds.flatMap((kind, group) => {
		const ends: number[] = [];
		return spans
			.filter((span) => span.kind === kind)
			.sort((a, b) => a.start - b.start || b.duration - a.duration)
			.map(({ name, start, duration }) => {
				const free = ends.findIndex((end) => end <= start);
				const line = free < 0 ? ends.length : free;
				ends[line] = start + duration;
				const [ts, dur] = [Math.round(start * microseconds), Math.round(duration * microseconds)];
				return { name, cat: kind, ph: 'X', pid: 1, tid: group * 100 + line + 1, ts, dur };
			});
	});
	return `${JSON.stringify({ traceEvents: events, displayTimeUnit: 'ms' }, null, '\t')}\n`;
}
