import { itemsOf } from './list-cell.ts';
import type { Remarks } from './remark.ts';

const mostLabels = 30;
const longestLabel = 60;
const longestText = 100_000;

/** A row's text. A link from its own column comes last, on a line of its own, unless the text has it already. */
export function textOf(
  cells: { readonly text: string; readonly link: string; readonly media: string },
  remarks: Remarks,
): string {
  const { text, link } = cells;
  if (link !== '' && !isWebAddress(link)) remarks.problem('badLink', 'link', { link });
  const whole = link === '' || text.includes(link) ? text : `${text}\n${link}`.trim();
  if (whole === '' && cells.media === '') remarks.problem('empty', 'text');
  if (whole.length > longestText) remarks.problem('tooLong', 'text', { most: longestText });
  return whole;
}

export function labelsOf(cell: string, remarks: Remarks): string[] {
  const labels = itemsOf(cell);
  if (labels.length > mostLabels) remarks.problem('tooManyLabels', 'labels', { most: mostLabels });
  if (labels.some((label) => label.length > longestLabel)) {
    remarks.problem('longLabel', 'labels', { most: longestLabel });
  }
  return labels;
}

function isWebAddress(link: string): boolean {
  const url = URL.canParse(link) ? new URL(link) : null;
  return (url?.protocol === 'https:' || url?.protocol === 'http:') && !/\s/.test(link);
}
