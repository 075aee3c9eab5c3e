// Every page is made at build time; addresses that nobody made (an unknown topic) are answered by the server with a 404.
export const prerender = true;
export const trailingSlash = 'never';
