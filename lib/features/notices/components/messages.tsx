'use client';

import { Button, Indicator, Stack, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMessage } from '@tabler/icons-react';
import { Dialog } from '@/lib/ui/dialog';
import { AskForm } from './ask-form';
import { Told } from './told';
import { useBanners } from './use-banners';
import { type PartNames, useRoomNotices } from './use-notices';

/** The button of the room's bar that opens what staff said and what one asked. */
export function Messages({ nameOf, parts }: PartNames) {
  const { notices, seen, seeAll } = useRoomNotices();
  const [opened, { open, close }] = useDisclosure(false);
  useBanners(nameOf);
  const unseen = notices.filter(({ id }) => !seen.includes(id)).length;
  return (
    <>
      <Indicator disabled={unseen === 0} label={unseen} size={16} color="red">
        <Button
          variant="subtle"
          size="compact-sm"
          px={6}
          onClick={() => {
            open();
            seeAll();
          }}
          aria-label={unseen > 0 ? `Messages, ${unseen} new` : 'Messages'}
        >
          <IconMessage size={20} aria-hidden="true" />
        </Button>
      </Indicator>
      <VisuallyHidden role="status">
        {unseen > 0 ? `${unseen} new ${unseen === 1 ? 'message' : 'messages'} from the staff.` : ''}
      </VisuallyHidden>
      <Dialog opened={opened} onClose={close} size="lg" title="Messages">
        <Stack gap="lg">
          <Told nameOf={nameOf} />
          <AskForm nameOf={nameOf} parts={parts} />
        </Stack>
      </Dialog>
    </>
  );
}
