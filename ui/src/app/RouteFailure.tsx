import { useRouteError } from "react-router";
import { Failure } from "@/components/states";

export function RouteFailure() {
  return <Failure error={useRouteError()} retry={() => location.reload()} />;
}
