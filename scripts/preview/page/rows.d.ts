export interface Rows {
	readonly scale: number;
	readonly width: number;
	readonly height: number;
	readonly step: number;
	readonly pages: readonly (readonly number[])[];
	rowOf(index: number): number;
	place(index: number): { readonly x: number; readonly y: number };
	rowAt(y: number): number;
}

export const gap: number;

export function layRows(desk: {
	readonly pages: readonly { readonly side: 'recto' | 'verso' }[];
	readonly size: { readonly width: number; readonly height: number };
	readonly spread: boolean;
	readonly zoom: number | 'width' | 'page';
	readonly window: { readonly width: number; readonly height: number };
}): Rows;
