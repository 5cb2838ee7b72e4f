export function endsLine(name: string): boolean;
export function fold(text: string): { readonly text: string; readonly places: readonly number[] };
export function findAll(text: string, query: string): readonly number[];
export function foldQuery(query: string): string;
