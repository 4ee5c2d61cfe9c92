/** The topics: one folder of articles each, in the order in which they are listed: what most visitors need comes first. */
import type { MessageKey } from '../shared/messages';

interface TopicInfo {
  readonly name: MessageKey;
  /** One sentence: what a visitor finds there. */
  readonly about: MessageKey;
}

const topics = {
  'logging-in': { name: 'topic.logging-in', about: 'topic.logging-in.about' },
  'account-security': { name: 'topic.account-security', about: 'topic.account-security.about' },
  'two-step-verification': { name: 'topic.two-step-verification', about: 'topic.two-step-verification.about' },
  'your-account': { name: 'topic.your-account', about: 'topic.your-account.about' },
  'privacy-and-rules': { name: 'topic.privacy-and-rules', about: 'topic.privacy-and-rules.about' },
  support: { name: 'topic.support', about: 'topic.support.about' },
} as const satisfies Readonly<Record<string, TopicInfo>>;

export type Topic = keyof typeof topics;

/** Topics whose readers, most of all, need the reset button: it comes first on all their pages. */
const topicsAboutLogin: ReadonlySet<Topic> = new Set<Topic>(['logging-in']);

export const allTopics = Object.keys(topics) as readonly Topic[];

/** Where a folder's topic stands in their order; folders that are no topic come last. */
export function placeOfTopic(folder: string): number {
  return isTopic(folder) ? allTopics.indexOf(folder) : allTopics.length;
}

export function isTopic(folder: string): folder is Topic {
  return Object.hasOwn(topics, folder);
}

/** The topic of a folder. @throws TypeError for a folder that is not listed here. */
export function requireTopic(folder: string): Topic {
  if (isTopic(folder)) return folder;
  throw new TypeError(`content/*/${folder} is no topic: add it to src/lib/topics.ts, with its name in the catalog`);
}

/** The messages that name a topic. */
export function topicMessages(topic: Topic): (typeof topics)[Topic] {
  return topics[topic];
}

export function isAboutLogin(topic: Topic): boolean {
  return topicsAboutLogin.has(topic);
}
