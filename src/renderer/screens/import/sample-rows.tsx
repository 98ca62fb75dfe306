import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import classes from './import-screen.module.css';

const shownAtFirst = 10;

/** The first rows as they would become posts. */
export function SampleRows({ samples }: { samples: ImportPreview['samples'] }) {
  const t = useWords();
  const formats = useFormats();
  const [all, setAll] = useState(false);
  const shown = all ? samples : samples.slice(0, shownAtFirst);
  return (
    <section className={classes.section} aria-label={t('importScreen.preview.samples')}>
      <h2 className={classes.subheading} style={{ marginTop: 0 }}>
        {t('importScreen.preview.samples')}
      </h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('importScreen.preview.line')}</th>
            <th scope="col">{t('importScreen.preview.text')}</th>
            <th scope="col">{t('importScreen.preview.at')}</th>
            <th scope="col">{t('importScreen.preview.accounts')}</th>
            <th scope="col" className={classes.end}>
              {t('importScreen.preview.cost')}
            </th>
            <th scope="col">{t('importScreen.preview.status')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((sample) => (
            <tr key={sample.line}>
              <td data-narrow>{sample.line}</td>
              <td className={classes.text} dir="auto" title={sample.excerpt}>
                {sample.excerpt}
              </td>
              <td data-narrow>
                {sample.at === null ? t('importScreen.preview.draft') : formats.when(sample.at)}
              </td>
              <td data-narrow>
                {sample.accounts.map((name) => (name.startsWith('@') ? name : `@${name}`)).join(', ')}
              </td>
              <td data-narrow className={classes.end}>
                {formats.money(sample.costMicros)}
              </td>
              <td data-narrow>{t(`importScreen.preview.statusOf.${sample.status}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {samples.length > shown.length ? (
        <Button size="compact-sm" variant="default" mt={12} onClick={() => setAll(true)}>
          {t('importScreen.preview.showSamples', { count: samples.length })}
        </Button>
      ) : null}
    </section>
  );
}
