import type { Resource } from './workshop.ts';

/** What every document of an edition needs: the style of its text, and the fonts and images it may load. */
export interface Shelf {
	/** Faces and typography, for a `<style>`. */
	readonly css: string;
	readonly resources: ReadonlyMap<string, Resource>;
}
