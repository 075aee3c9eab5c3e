/**
 * A page is built with its printable charts in it, so that they are there without scripts too. In the browser their code
 * comes when the page has been read first: nobody prints within the first second.
 */
export const built = import.meta.env.SSR ? (await import('./PlainChart.svelte')).default : undefined;

export const fetched = async () => (await import('./PlainChart.svelte')).default;
