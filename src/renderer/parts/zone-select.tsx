import { Select } from '@mantine/core';
import type { MantineSpacing, OptionsFilter } from '@mantine/core';
import { useMemo } from 'react';
import { useWords } from '../words.ts';
import { machineZone } from '../zoned.ts';

interface ZoneSelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (timeZone: string) => void;
  readonly description?: string;
  readonly disabled?: boolean;
  readonly mt?: MantineSpacing;
}

const byWords: OptionsFilter = ({ options, search, limit }) => {
  const words = search
    .toLowerCase()
    .trim()
    .split(/[\s/]+/);
  return options
    .filter((option) => 'label' in option && words.every((word) => option.label.toLowerCase().includes(word)))
    .slice(0, limit);
};

/** Every time zone the browser knows, found by typing any part of its name. */
export function ZoneSelect({ label, value, onChange, description, disabled = false, mt }: ZoneSelectProps) {
  const t = useWords();
  const zones = useMemo(() => {
    const names = new Set([value, machineZone(), ...Intl.supportedValuesOf('timeZone'), 'UTC']);
    return [...names].sort().map((name) => ({ value: name, label: name.replaceAll('_', ' ') }));
  }, [value]);
  return (
    <Select
      label={label}
      data={zones}
      value={value}
      onChange={(zone) => {
        if (zone) onChange(zone);
      }}
      filter={byWords}
      limit={60}
      searchable
      allowDeselect={false}
      disabled={disabled}
      nothingFoundMessage={t('states.zone.nothing')}
      maxDropdownHeight={240}
      {...(description === undefined ? {} : { description })}
      {...(mt === undefined ? {} : { mt })}
    />
  );
}
