import type { CollectionChallengeProgress } from '@giftoin/client';
import { EmbedBuilder, escapeMarkdown, TimestampStyles, time } from 'discord.js';

/**
 * What Discord accepts in one embed. The texts of all fields, title and footer together
 * have at most 6000 characters.
 */
const limits = { fields: 25, name: 256, value: 1024, total: 6000 };
const footerLength = 60;

/** Creates an embed with one field for each program, as many as Discord accepts. */
export function createProgressEmbed(
  programs: readonly CollectionChallengeProgress[],
): EmbedBuilder {
  const embed = new EmbedBuilder().setTitle('Your collections').setColor(0x5865f2);
  if (programs.length === 0)
    return embed.setDescription('There are no collections at the moment.');

  const fields: { name: string; value: string }[] = [];
  let length = 'Your collections'.length + footerLength;
  for (const program of programs) {
    const name = truncate(escapeMarkdown(program.name), limits.name) || 'Collection';
    const value = truncate(formatProgram(program), limits.value);
    length += name.length + value.length;
    if (fields.length === limits.fields || length > limits.total) break;
    fields.push({ name, value });
  }
  const hidden = programs.length - fields.length;
  if (hidden > 0)
    embed.setFooter({ text: `Collections that are not shown: ${hidden}` });
  const [first] = programs;
  if (programs.length === 1 && first) embed.setThumbnail(first.image);
  return embed.setFields(fields);
}

function formatProgram(program: CollectionChallengeProgress): string {
  const { progressInPercentage: percent, collectedCount, size } = program;
  // The percentage is rounded down, so only a complete collection has a full bar.
  const bar = '█'.repeat(Math.floor(percent / 10)).padEnd(10, '░');
  const lines = [`${bar} ${percent} % (${collectedCount} of ${size} cards)`];
  if (program.reward) lines.push(formatReward(program.reward));
  const period = formatPeriod(program);
  if (period) lines.push(period);
  return lines.join('\n');
}

function formatReward({
  name,
  canClaim,
  isClaimed,
}: NonNullable<CollectionChallengeProgress['reward']>): string {
  const reward = `Reward: ${escapeMarkdown(name)}`;
  if (isClaimed) return `${reward}, claimed`;
  return canClaim ? `**${reward}, ready to claim**` : reward;
}

/**
 * Discord shows the time in the language and time zone of each reader, and counts it
 * down.
 */
function formatPeriod({
  status,
  timeLeft,
  duration: { start, end },
}: CollectionChallengeProgress): string | undefined {
  const show = (date: number) => time(new Date(date), TimestampStyles.RelativeTime);
  if (timeLeft === 0) return 'Ended';
  if (status === 'upcoming' && start) return `Starts ${show(start.date)}`;
  return end ? `Ends ${show(end.date)}` : undefined;
}

/**
 * Cuts a text without splitting a character of two code units, for example an emoji.
 */
function truncate(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
