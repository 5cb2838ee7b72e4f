export { compileBook } from './compile-book.ts';
