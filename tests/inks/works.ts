import { deflateSync, inflateSync } from 'node:zlib';
import { createMemo } from '../../scripts/cache/index.ts';
import { createReport } from '../../scripts/diagnostics/index.ts';
import { type InkOptions, type InkPart, type InkStream, openInks } from '../../scripts/inks/index.ts';

/** Profiles are looked at once for all tests. */
const memo = createMemo();

/** Opens inks of the bundled profile. */
export async function open(options: Partial<InkOptions> & Pick<InkOptions, 'color'>) {
	const report = createReport();
	const works = await openInks({ totalInk: 300, colors: [], memo, report: report.add, ...options });
	return { works, found: report.list() };
}

/** Puts a part into inks. */
export async function convert<P extends InkPart>(
	part: P,
	options: Partial<InkOptions> & Pick<InkOptions, 'color'>,
) {
	const { works } = await open(options);
	if (!works) throw new Error('No inks.');
	return await works.convert(part);
}

/** A page that draws this content. */
export function page(
	content: string,
	rest: Partial<InkPart> & Partial<InkPart['pages'][number]> = {},
): InkPart {
	const { objects = [], streams = [], shared, resources = {}, patterns = {} } = rest;
	return {
		pages: [{ content: streams.length, resources, patterns }],
		objects,
		streams: [...streams, stream('', content)],
		...(shared ? { shared } : {}),
	};
}

/** A packed stream. */
export function stream(entries: string, bytes: string | Uint8Array): InkStream {
	return { entries: `${entries} /Filter /FlateDecode`.trim(), bytes: deflateSync(bytes) };
}

/** What a stream holds, as text. */
export function textOf(found: InkStream | undefined): string {
	return found ? inflateSync(found.bytes).toString('latin1') : '';
}

/** What the first page draws. */
export function contentOf(part: InkPart): string {
	return textOf(part.streams[part.pages[0]?.content ?? -1]);
}

/** Content of a page with this content, in inks. */
export async function inked(content: string, options: Partial<InkOptions> & Pick<InkOptions, 'color'>) {
	return contentOf(await convert(page(content), options));
}
