import { type Reporter, record } from '../diagnostics/index.ts';
import type { Memo } from '../model/index.ts';
import type { BookContext, PieceLink, Surroundings } from './context.ts';

/** What a text asked of the rest of the manuscript while it was compiled. */
type Question =
	| { readonly kind: 'image'; readonly path: string }
	| { readonly kind: 'place'; readonly link: PieceLink };

interface Made<T> {
	readonly value: T;
	readonly questions: ReadonlyMap<string, Question>;
	readonly images: ReadonlySet<string>;
	readonly replay: (to: Reporter) => void;
}

/** A step on the way to a value: what has to be answered first, or the value. */
type Step<T> = { readonly questions: ReadonlyMap<string, Question> } | { readonly made: Made<T> };

/**
 * Compiles a text, or recalls what came of it. `key` holds all that shapes the text but the answers of the manuscript
 * around it: what was asked the time before is asked again, and only where all the answers are the same the value is
 * recalled. A text that gets other answers may go on to ask for more, so the way there can have several steps.
 * Findings and images are passed on to `book` either way.
 */
export function rememberText<T>(
	memo: Memo,
	room: string,
	key: string,
	book: BookContext,
	work: (book: BookContext) => T,
): T {
	const answered = new Set<string>();
	let made: Made<T> | undefined;
	let path = key;
	for (;;) {
		const step = memo.recall(room, path, (): Step<T> => {
			made ??= make(book, work);
			const open = [...made.questions].filter(([name]) => !answered.has(name));
			return open.length > 0 ? { questions: new Map(open) } : { made };
		});
		if ('made' in step) {
			step.made.replay(book.report);
			for (const image of step.made.images) book.images.add(image);
			return step.made.value;
		}
		for (const [name, question] of step.questions) {
			answered.add(name);
			path += `\n${answer(question, book, memo)}`;
		}
	}
}

function make<T>(book: BookContext, work: (book: BookContext) => T): Made<T> {
	const questions = new Map<string, Question>();
	const ask = (question: Question) => questions.set(JSON.stringify(question), question);
	const { report, replay } = record();
	const images = new Set<string>();
	const value = work({
		...book,
		report,
		images,
		findImage: (path) => {
			ask({ kind: 'image', path });
			return book.findImage(path);
		},
		findPlace: (link) => {
			ask({ kind: 'place', link });
			return book.findPlace(link);
		},
	});
	return { value, questions, images, replay };
}

function answer(question: Question, book: Surroundings, memo: Memo): string {
	if (question.kind === 'place') return JSON.stringify(book.findPlace(question.link));
	const found = book.findImage(question.path);
	return found.asset ? memo.nameOf(found.asset) : JSON.stringify(found);
}
