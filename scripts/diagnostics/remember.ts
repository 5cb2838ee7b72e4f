import type { Memo } from '../model/index.ts';
import { record } from './record.ts';
import type { Reporter } from './report.ts';

/** Stands in where a build is the only one: everything is made, nothing kept. */
export const noMemo: Memo = { recall: (_room, _key, make) => make(), nameOf: () => '' };

/**
 * Does a piece of work, or recalls what it gave under this key; its findings are reported either way. The key must
 * hold all that shapes the value and the findings.
 */
export function remember<T>(
	memo: Memo,
	room: string,
	key: string,
	report: Reporter,
	work: (report: Reporter) => T,
): T {
	const { value, replay } = memo.recall(room, key, () => {
		const recording = record();
		return { value: work(recording.report), replay: recording.replay };
	});
	replay(report);
	return value;
}
