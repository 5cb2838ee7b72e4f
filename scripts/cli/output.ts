import { formatDiagnostic, type Report, summarize } from '../diagnostics/index.ts';
import type { Artifact, Listing } from '../model/index.ts';
import { formatTable } from './table.ts';

export interface RunResult {
	readonly artifacts: readonly Artifact[];
	/** What goes with them. */
	readonly listings: readonly Listing[];
	/** Where each artifact was written, then each listing; empty where none was. */
	readonly paths: readonly string[];
	readonly report: Report;
	readonly timings: Readonly<Record<string, number>>;
	readonly json: boolean;
	/** Each report on a line of its own (JSON Lines), for there will be more than one. */
	readonly lines?: boolean;
	/** Why the work was broken off, where it was. */
	readonly error?: string;
	readonly stdout: { write(text: string): unknown };
	readonly stderr: { write(text: string): unknown };
}

/** Results go to standard output, findings to standard error; `json` puts both into one report. */
export function printReport(result: RunResult): void {
	const indent = result.lines ? undefined : '\t';
	if (result.json) result.stdout.write(`${JSON.stringify(toJson(result), null, indent)}\n`);
	else printText(result);
}

function toJson({ artifacts, listings, paths, report, timings, error }: RunResult) {
	const files = paths.length === 0 ? [] : [...artifacts, ...listings];
	if (files.length !== paths.length) throw new Error('What was written is not what was made.');
	const pathOf = (file: Listing) => paths[files.indexOf(file)] ?? '';
	const written = artifacts.slice(0, paths.length);
	const sum = (pick: (artifact: Artifact) => number | undefined) =>
		written.reduce((total, artifact) => total + (pick(artifact) ?? 0), 0);
	const pages = sum((artifact) => artifact.pages);
	return {
		artifacts: written.map((artifact) => {
			const { edition, format, bytes, pages, fill, profile, limit } = artifact;
			return {
				path: pathOf(artifact),
				edition,
				format,
				bytes: bytes.length,
				...(pages === undefined ? {} : { pages }),
				...(fill ? { fill: { level: share(fill.level), pages: share(fill.pages) } } : {}),
				...(profile ? { profile } : {}),
				...(limit ? { limit } : {}),
			};
		}),
		listings: listings
			.slice(0, paths.length)
			.map((listing) => ({ path: pathOf(listing), bytes: listing.bytes.length })),
		diagnostics: report.list(),
		timings,
		...(pages > 0
			? {
					pagination: {
						units: sum((one) => one.units),
						cached: sum((one) => one.cached),
						pages,
						laid: sum((one) => one.laid),
					},
					printing: { parts: sum((one) => one.parts), cached: sum(keptParts) },
				}
			: {}),
		...(error === undefined ? {} : { error }),
	};
}

/** Four places are enough for a share. */
function share(value: number): number {
	return Number(value.toFixed(4));
}

function keptParts({ parts = 0, printed = 0 }: Artifact): number {
	return parts - printed;
}

function printText({ artifacts, listings, paths, report, error, stdout, stderr }: RunResult): void {
	const found = report.list();
	for (const diagnostic of found) stderr.write(`${formatDiagnostic(diagnostic)}\n`);
	const summary = summarize(found);
	if (summary) stderr.write(`${summary}\n`);
	if (found.length === 0 && paths.length === 0 && error === undefined) stdout.write('no faults\n');
	if (paths.length === 0) return;
	const rows = artifacts.map(({ bytes, pages, fill, time, limit }, index) => ({
		path: paths[index] ?? '',
		bytes: bytes.length,
		time,
		...(pages === undefined ? {} : { pages }),
		...(fill ? { fill: fill.level } : {}),
		...(limit ? { limit: limit.bytes } : {}),
	}));
	stdout.write(`${formatTable(rows)}\n`);
	if (listings.length > 0) stdout.write(`with ${listings.map(({ name }) => name).join(', ')}\n`);
}
