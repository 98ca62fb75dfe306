import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import type { ReactNode } from 'react';
import { useWords } from '../../words.ts';
import classes from './settings-section.module.css';
import type { SaveState } from './use-save.ts';

interface SettingsSectionProps {
  /** Where `/settings#<id>` leads. */
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  readonly saved?: SaveState;
  /** Takes the whole column, for a table. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A part of the settings: what it is about beside its fields, and a quiet word when a change is kept. */
export function SettingsSection({
  id,
  title,
  text,
  saved = 'idle',
  wide = false,
  children,
}: SettingsSectionProps) {
  const t = useWords();
  return (
    <section id={id} className={classes.section} aria-labelledby={`${id}-title`} tabIndex={-1}>
      <header className={classes.header}>
        <h2 id={`${id}-title`} className={classes.title}>
          {title}
          <output className={classes.saved}>
            {saved === 'saved' ? (
              <>
                <IconCheck size={13} aria-hidden /> {t('settings.saved')}
              </>
            ) : null}
          </output>
        </h2>
        {text ? <p className={classes.text}>{text}</p> : null}
      </header>
      <div className={classes.fields} data-wide={wide || undefined}>
        {children}
      </div>
    </section>
  );
}
