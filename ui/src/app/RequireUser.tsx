import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Navigate, useLocation } from "react-router";
import { ApiError } from "@/api/client";
import { authState } from "@/api/queries";
import { Shell } from "@/app/Shell";
import { Failure, SkeletonRows } from "@/components/states";

/** A session that ended shows itself as 401 on any read; asking for the state again leads to the sign-in. */
function useSignOutOn401(): void {
  const queries = useQueryClient();
  useEffect(
    () =>
      queries.getQueryCache().subscribe(({ query, type }) => {
        const error = query.state.error;
        const signedOut = type === "updated" && error instanceof ApiError && error.status === 401;
        if (signedOut && query.queryKey[0] !== "auth") void queries.invalidateQueries({ queryKey: ["auth"] });
      }),
    [queries],
  );
}

export function RequireUser() {
  const { data, error, isPending, refetch } = useQuery(authState);
  const { pathname, search } = useLocation();
  useSignOutOn401();
  if (isPending) return <SkeletonRows />;
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (data?.setup_required) return <Navigate to="/setup" replace />;
  if (!data?.user) return <Navigate to={`/login?next=${encodeURIComponent(pathname + search)}`} replace />;
  return <Shell />;
}
