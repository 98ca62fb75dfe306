/** One thing that was looked at. `detail` says what is wrong; empty where nothing is. */
export type Check = {
  readonly section: string;
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
};

/** A check whose faults are listed; none means that it passed. */
export const checked = (section: string, name: string, faults: readonly string[]): Check => ({
  section,
  name,
  ok: faults.length === 0,
  detail: faults.join('; '),
});

/** Compares by value. */
export const compared = (section: string, name: string, found: unknown, expected: unknown): Check => {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  return checked(section, name, one === other ? [] : [`found ${one}, expected ${other}`]);
};
