import { Button, Group } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ErrorState } from '../../parts/error-state.tsx';
import { ZoneSelect } from '../../parts/zone-select.tsx';
import { useWords } from '../../words.ts';
import { WithinWorkspace } from '../../workspace.tsx';
import { machineZone } from '../../zoned.ts';
import { ConnectPractice } from './connect-practice.tsx';
import classes from './first-run-screen.module.css';
import { RealChoice } from './real-choice.tsx';
import { StartChoice } from './start-choice.tsx';
import type { Start } from './start-choice.tsx';
import { useFirstRun } from './use-first-run.ts';

/** The first page: how to start, the time zone, done. All on one page, nothing to register. */
export function FirstRunScreen({ onDone }: { onDone: () => void }) {
  const t = useWords();
  useDocumentTitle(t('shell.name'));
  const [, navigate] = useLocation();
  const [timeZone, setTimeZone] = useState(machineZone);
  const [start, setStart] = useState<Start | null>(null);
  const run = useFirstRun();
  const ready = start === 'real' || run.practice !== null;

  const choose = (chosen: Start): void => {
    setStart(chosen);
    if (chosen === 'practice') run.startPractice(timeZone);
  };
  const changeZone = (zone: string): void => {
    setTimeZone(zone);
    run.changePracticeZone(zone);
  };
  const finish = async (target: string): Promise<void> => {
    if (!(await run.finish(start ?? 'practice', timeZone))) return;
    navigate(target);
    onDone();
  };

  return (
    <main className={classes.page}>
      <div className={classes.column}>
        <header className={classes.header}>
          <Mark />
          <h1 className={classes.title}>{t('firstRun.title')}</h1>
          <p className={classes.lead}>{t('firstRun.lead')}</p>
        </header>
        <Step number={1} done={ready} title={t('firstRun.steps.start')}>
          <StartChoice chosen={start} busy={run.starting} onChoose={choose} />
          {start === 'practice' && run.practice ? (
            <WithinWorkspace workspace={run.practice}>
              <ConnectPractice workspace={run.practice} />
            </WithinWorkspace>
          ) : null}
          {start === 'real' ? (
            <RealChoice
              busy={run.finishing}
              onChoose={(network) => void finish(`/accounts?connect=${network}`)}
            />
          ) : null}
        </Step>
        <Step number={2} done={ready} title={t('firstRun.steps.zone')}>
          <ZoneSelect
            label={t('states.zone.label')}
            description={t('firstRun.zoneText')}
            value={timeZone}
            onChange={changeZone}
          />
        </Step>
        <Step number={3} done={false} title={t('firstRun.steps.done')}>
          <p className={classes.text}>{t('firstRun.doneText')}</p>
          {run.error ? <ErrorState inline error={run.error} /> : null}
          <Group gap={8}>
            {start === 'real' ? (
              <Button
                disabled={!ready}
                loading={run.finishing}
                onClick={() => void finish('/accounts?connect')}
              >
                {t('firstRun.real.action')}
              </Button>
            ) : (
              <Button disabled={!ready} loading={run.finishing} onClick={() => void finish('/compose')}>
                {t('firstRun.write')}
              </Button>
            )}
            <Button variant="default" disabled={!ready || run.finishing} onClick={() => void finish('/')}>
              {t('firstRun.calendar')}
            </Button>
          </Group>
        </Step>
      </div>
    </main>
  );
}

function Mark() {
  return (
    <svg width="36" height="36" viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="8" fill="var(--mantine-primary-color-filled)" />
      <circle cx="16" cy="16" r="7.5" fill="none" stroke="#fff" strokeWidth="3.5" />
      <circle cx="24.5" cy="7.5" r="3" fill="#ffd166" />
    </svg>
  );
}

interface StepProps {
  readonly number: number;
  readonly done: boolean;
  readonly title: string;
  readonly children: ReactNode;
}

function Step({ number, done, title, children }: StepProps) {
  return (
    <section className={classes.step} aria-label={title}>
      <div className={classes.number} data-done={done || undefined} aria-hidden>
        {done ? <IconCheck size={14} stroke={3} /> : number}
      </div>
      <div className={classes.content}>
        <h2 className={classes.stepTitle}>{title}</h2>
        {children}
      </div>
    </section>
  );
}
