import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Account } from '../../../shared/models/account.ts';
import { useFollowers } from '../../parts/best-time/use-followers.ts';
import { useTellFailure } from '../../parts/offer-undo.tsx';
import { ZoneSelect } from '../../parts/zone-select.tsx';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { zoneCity } from '../../zoned.ts';
import classes from './audience-zone.module.css';

/** The zone of those who read an account: chosen, suggested by where they are, or the workspace's. */
export function AudienceZone({ account, hint }: { account: Account; hint: string }) {
  const t = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const tell = useTellFailure();
  const { id: workspaceId, timeZone } = useWorkspace();
  const { data: followers } = useFollowers(account.id);
  const choose = useMutation(
    api.audience.setZone.mutationOptions({
      onError: tell,
      onSettled: () =>
        Promise.all(
          [api.accounts.list.key(), api.timing.key(), api.audience.key()].map((queryKey) =>
            queries.invalidateQueries({ queryKey }),
          ),
        ),
    }),
  );
  const set = (zone: string | null): void => choose.mutate({ workspaceId, accountId: account.id, zone });
  const chosen = choose.isPending ? choose.variables.zone : account.audienceZone;
  const zone = chosen ?? timeZone;
  const suggested = followers?.countries.suggested ?? null;
  return (
    <div className={classes.root}>
      <div className={classes.choice}>
        <ZoneSelect label={t('audienceTab.zone.label')} value={zone} onChange={set} />
      </div>
      <div className={classes.words}>
        <p className={classes.hint}>{hint}</p>
        {suggested === null || suggested === zone ? null : (
          <p className={classes.hint}>
            {t('audienceTab.zone.suggested', {
              source: followers?.source ?? '',
              zone: zoneCity(suggested),
            })}{' '}
            <Button size="compact-xs" variant="default" onClick={() => set(suggested)}>
              {t('audienceTab.zone.use', { zone: zoneCity(suggested) })}
            </Button>
          </p>
        )}
        {chosen === null || chosen === timeZone ? null : (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => set(null)}>
            {t('audienceTab.zone.workspace', { zone: zoneCity(timeZone) })}
          </Button>
        )}
      </div>
    </div>
  );
}
