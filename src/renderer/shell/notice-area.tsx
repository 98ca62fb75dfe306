import { Notifications } from '@mantine/notifications';

/** Where notices appear, above everything, at the end of the window. */
export function NoticeArea() {
  return <Notifications position="bottom-right" limit={4} />;
}
