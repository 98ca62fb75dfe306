import { Directory } from '../people/directory.ts';
import type { Inhabitant } from '../people/people.ts';

/** A Page, which is what posts here; `userId` is the person behind it. */
export interface Page extends Inhabitant {
  readonly userId: string;
  /** The Business Portfolio that the Page belongs to; null for a Page of the person's own. */
  readonly business: string | null;
}

/** Every Page. That of Harbour Coffee belongs to a Business Portfolio, so that it is no Page of the person's own. */
export const facebookPages = new Directory<Page>((person, { group, number }) => {
  const block = { practice: 1, passer_by: 2, crowd: 3 }[group];
  const digits = String(number).padStart(4, '0');
  return {
    ...person,
    id: `6155${block}0000${digits}`,
    userId: `1022${block}0000${digits}`,
    business: person.username === 'harbourcoffee' ? '880010000001' : null,
  };
});

const everybody = [...facebookPages.practicePeople, ...facebookPages.passersBy];

/** The Page of another that the portfolio looks after: its people may look at the numbers and not write. */
const clientPage = facebookPages.byUsername('oldmill_lane');

/** A Page with what its person may do there. */
export interface Managed {
  readonly page: Page;
  readonly tasks: readonly string[];
  readonly edge: 'accounts' | 'owned_pages' | 'client_pages';
}

const allTasks = ['ADVERTISE', 'ANALYZE', 'CREATE_CONTENT', 'MESSAGING', 'MODERATE', 'MANAGE'];

/** The Pages that a person manages, their own ones and those of their portfolio. */
export function managedBy(page: Page): readonly Managed[] {
  if (page.business === null) return [{ page, tasks: allTasks, edge: 'accounts' }];
  return [
    { page, tasks: allTasks, edge: 'owned_pages' },
    ...(clientPage === undefined
      ? []
      : [{ page: clientPage, tasks: ['ANALYZE'], edge: 'client_pages' } as const]),
  ];
}

/** The name behind a user id or the id of a Page. */
export function nameOf(id: string): string {
  return facebookPages.byId(id)?.name ?? everybody.find(({ userId }) => userId === id)?.name ?? '';
}
