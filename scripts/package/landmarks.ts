import type { Edition } from '../model/index.ts';
import { label } from './labels.ts';
import type { UnitFile } from './units.ts';

/** A place that reading systems offer by name. */
export interface Landmark {
	/** EPUB Structural Semantics, for the navigation document. */
	readonly type: string;
	/** The same for the `guide` of the package document (OPF 2.0.1, 2.6); not all have one. */
	readonly guide?: string;
	readonly href: string;
	readonly title: string;
}

/** Cover, title page, contents, first page of the body and of the back matter, where they exist. */
export function landmarks(
	edition: Edition,
	files: readonly UnitFile[],
	contents: string,
): readonly Landmark[] {
	const { labels } = edition;
	const found: Landmark[] = [];
	const add = (type: string, guide: string | undefined, file: UnitFile | undefined, title?: string) => {
		if (!file) return;
		found.push({ type, ...(guide ? { guide } : {}), href: file.file, title: title ?? file.title });
	};
	const ofKind = (kind: string) => files.find((file) => file.unit.kind === kind);
	add('cover', 'cover', ofKind('cover'), label(labels, 'cover'));
	add('titlepage', 'title-page', ofKind('title-page'), label(labels, 'title-page'));
	found.push({ type: 'toc', guide: 'toc', href: contents, title: label(labels, 'contents') });
	add(
		'bodymatter',
		'text',
		files.find((file) => file.unit.matter === 'body'),
	);
	add(
		'backmatter',
		undefined,
		files.find((file) => file.unit.matter === 'back'),
	);
	return found;
}
