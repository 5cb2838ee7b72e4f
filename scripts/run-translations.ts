import { printReport } from './cli/output.ts';
import type { TranslationsCommand } from './cli/translation-arguments.ts';
import { formatRecorded, formatStatus } from './cli/translation-status.ts';
import { acceptTranslations, translationStatus } from './manage-translations.ts';
import { noOutputs, runBuild, type Workplace } from './run-build.ts';

export interface Streams {
	readonly stdout: { write(text: string): unknown; readonly columns?: number };
	readonly stderr: { write(text: string): unknown };
}

/**
 * Runs `translations status` or `translations accept` and tells what came of it; false where the manuscript has errors,
 * which were told instead.
 * @throws what the work was broken off by, such as a RequestError
 */
export async function runTranslations(
	command: TranslationsCommand,
	place: Workplace,
	streams: Streams,
): Promise<boolean> {
	const json = command.kind === 'translations-status' && command.json;
	let answer = '';
	const outcome = await runBuild({ out: '' }, place, async (world) => {
		if (command.kind === 'translations-accept') {
			const recorded = await acceptTranslations(command, world);
			if (recorded) answer = formatRecorded(recorded);
			return noOutputs;
		}
		const status = await translationStatus(command.manuscript, world);
		if (status) {
			// What is not read on a terminal is not cut.
			const columns = streams.stdout.columns ?? Number.POSITIVE_INFINITY;
			answer = json ? JSON.stringify(status, null, '\t') : formatStatus(status, columns);
		}
		return noOutputs;
	});
	if (outcome.error !== undefined) throw outcome.failure;
	if (answer === '') printReport({ ...outcome, json, ...streams });
	else streams.stdout.write(`${answer}\n`);
	return answer !== '';
}
