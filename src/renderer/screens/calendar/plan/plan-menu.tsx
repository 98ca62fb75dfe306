import { Button, Menu, Text } from '@mantine/core';
import IconCalendarPlus from '@tabler/icons-react/dist/esm/icons/IconCalendarPlus.mjs';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconSpeakerphone from '@tabler/icons-react/dist/esm/icons/IconSpeakerphone.mjs';
import { useWords } from '../../../words.ts';

interface PlanMenuProps {
  readonly onFill: () => void;
  readonly onCampaign: () => void;
}

/** What gives drafts their times: the whole week, or a campaign. */
export function PlanMenu({ onFill, onCampaign }: PlanMenuProps) {
  const t = useWords();
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconCalendarPlus size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('planning.menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCalendarPlus size={16} aria-hidden />} onClick={onFill}>
          {t('planning.fill')}
          <Text size="xs" c="dimmed">
            {t('planning.fillHint')}
          </Text>
        </Menu.Item>
        <Menu.Item leftSection={<IconSpeakerphone size={16} aria-hidden />} onClick={onCampaign}>
          {t('planning.campaign')}
          <Text size="xs" c="dimmed">
            {t('planning.campaignHint')}
          </Text>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
