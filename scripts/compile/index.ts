export { compileBook, compileInSteps } from './compile-book.ts';
