export { BrowserError, type BrowserSearch, findBrowser } from './find-browser.ts';
export { type SharedWorkshop, shareWorkshop } from './share-workshop.ts';
export { type LaunchSettings, openWorkshop } from './workshop.ts';
