import type { FontFace } from './fonts.ts';
import type { Lang } from './language.ts';
import type { Resource } from './workshop.ts';

/** What every document of an edition needs: the style of its text, and the fonts and images it may load. */
export interface Shelf {
	/** Equal where faces, typography and images are equal: a tab that holds such a shelf can stay as it is. */
	readonly key: string;
	/** Main language of the edition. */
	readonly lang: Lang;
	/** Equal where a text is shaped and broken alike: typography and whole faces, not how they are cut. */
	readonly shapeKey: string;
	/** Equal where the images are equal, and there is nothing that a tab may hold on to from before. */
	readonly imageKey: string;
	/** Faces and typography, for a `<style>`. */
	readonly css: string;
	/** Typography alone, without `@font-face`. */
	readonly typography: string;
	readonly faces: readonly ShelfFace[];
	readonly resources: ReadonlyMap<string, Resource>;
}

/** A face as a document asks for it. */
export interface ShelfFace extends Pick<FontFace, 'family' | 'weight' | 'style' | 'unicodeRange'> {
	/** Its address, `/fonts/serif-400.1f3a09c2.ttf`: it names the content, and so holds while the face does. */
	readonly path: string;
}
