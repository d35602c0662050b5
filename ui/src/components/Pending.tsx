import { Failure, SkeletonRows } from "@/components/states";

interface Props {
  error: unknown;
  refetch: () => unknown;
  rows?: number;
  height?: number;
}

/** What stands in the place of an answer that is not there: that it is coming, or why it is not. */
export function Pending({ error, refetch, ...rows }: Props) {
  return error ? <Failure error={error} retry={() => void refetch()} /> : <SkeletonRows {...rows} />;
}
