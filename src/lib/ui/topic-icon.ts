import type { IconName } from './icon-names';

const icons: Readonly<Record<string, IconName>> = {
	jobs: 'briefcase',
	education: 'book-open',
	healthcare: 'heart-pulse',
	environment: 'leaf',
	transport: 'train-front',
	economy: 'chart-no-axes-column',
	innovation: 'cpu',
	trade: 'ship',
	reform: 'landmark',
	city: 'building-2',
	rural: 'wheat',
	welfare: 'hand-heart',
	safety: 'shield-check'
};

/** The drawing that stands for a topic; another city's own topics get the plain one. */
export function topicIcon(topic: string): IconName {
	return icons[topic] ?? 'circle-question-mark';
}
