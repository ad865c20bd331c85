import { Center, Loader } from '@mantine/core';

export default function Loading() {
  return (
    <Center mih="60dvh" role="status" aria-label="Loading">
      <Loader />
    </Center>
  );
}
