import { ActionIcon, ColorInput, Switch } from '@mantine/core';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import type { Category, CategoryContent } from '../../../../shared/models/planning.ts';
import { workspaceColors } from '../../../../shared/workspace-colors.ts';
import { useWords } from '../../../words.ts';
import { CommitField } from '../commit-field.tsx';
import { useTold } from '../use-settings.ts';
import classes from './category-list.module.css';

interface CategoryRowProps {
  readonly category: Category;
  /** Throws where it is refused; the reason is shown at the field. */
  readonly onChange: (changes: Partial<CategoryContent>) => Promise<void>;
  readonly onRemove: () => void;
}

/** One category, each of its facts a field. */
export function CategoryRow({ category, onChange, onRemove }: CategoryRowProps) {
  const t = useWords();
  const told = useTold();
  const { name, color, evergreen, minDaysBetween, weeklyTarget } = category;
  return (
    <li className={classes.row} aria-label={name}>
      <CommitField
        label={t('planning.categories.name')}
        value={name}
        width={200}
        check={(text) =>
          text === ''
            ? t('planning.categories.nameMissing')
            : text.length > 60
              ? t('planning.categories.nameLong')
              : null
        }
        onCommit={(text) => onChange({ name: text })}
      />
      <ColorInput
        label={t('planning.categories.color')}
        value={color}
        format="hex"
        disallowInput
        withPicker={false}
        withEyeDropper={false}
        swatches={workspaceColors.map(({ hex }) => hex)}
        w={128}
        popoverProps={{ trapFocus: true }}
        onChangeEnd={(hex) => told(onChange({ color: hex }))}
      />
      <CommitField
        label={t('planning.categories.target')}
        value={weeklyTarget === null ? '' : String(weeklyTarget)}
        placeholder={t('planning.categories.targetNone')}
        inputMode="numeric"
        width={112}
        check={(text) =>
          text === '' || (/^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 50)
            ? null
            : t('planning.categories.targetWrong')
        }
        onCommit={(text) => onChange({ weeklyTarget: text === '' ? null : Number(text) })}
      />
      <Switch
        label={t('planning.categories.evergreen')}
        description={t('planning.categories.evergreenHint')}
        checked={evergreen}
        onChange={(event) => told(onChange({ evergreen: event.currentTarget.checked }))}
      />
      {evergreen ? (
        <CommitField
          label={t('planning.categories.days')}
          value={String(minDaysBetween)}
          inputMode="numeric"
          width={152}
          check={(text) =>
            /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 730
              ? null
              : t('planning.settings.daysWrong', { least: 1, most: 730 })
          }
          onCommit={(text) => onChange({ minDaysBetween: Number(text) })}
        />
      ) : null}
      <ActionIcon
        size={34}
        aria-label={t('planning.categories.remove', { name })}
        onClick={onRemove}
        className={classes.remove ?? ''}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </li>
  );
}
