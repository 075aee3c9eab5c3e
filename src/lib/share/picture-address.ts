/** Where the pictures lie that the build makes. Pure: pages, the drawing and tests all ask here. */
import { withLocale, type Locale } from '../plan/locale.ts';

/** What a picture shows; the home page has no id. */
export type Subject = { kind: 'card' | 'topic' | 'update'; id: string } | { kind: 'home' };

/** `preview` stands beside a link, `card` is sent as a picture. */
export type Shape = 'preview' | 'card';

/** Pixels, and what the file is. */
export const shapes = {
	preview: { width: 1200, height: 630, type: 'image/jpeg', ending: '.jpg' },
	card: { width: 1080, height: 1440, type: 'image/png', ending: '-card.png' }
} as const satisfies Record<Shape, object>;

/** `/share/{card}.jpg`, `/en/share/topic-jobs-card.png`: paths from the site's root, which never change. */
export function pictureAddress(subject: Subject, shape: Shape, locale: Locale): string {
	return withLocale(`/share/${nameOf(subject)}${shapes[shape].ending}`, locale);
}

function nameOf(subject: Subject): string {
	if (subject.kind === 'home') return 'home';
	return subject.kind === 'card' ? subject.id : `${subject.kind}-${subject.id}`;
}
