import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Failure } from "@/components/states";
import { templates, useCreate } from "@/features/surveys/queries";
import { useI18n } from "@/i18n/i18n";

/** One button a template; the new draft opens at once. */
export function TemplateCards({ created }: { created: (id: number) => void }) {
  const { name } = useI18n();
  const { data } = useQuery(templates);
  const create = useCreate();
  return (
    <div className="survey-templates">
      {data?.map((template) => (
        <Button key={template.id} loading={create.isPending} onClick={() => create.mutate(template.definition, { onSuccess: ({ id }) => created(id) })}>
          {name(template, template.id)}
        </Button>
      ))}
      {create.error && <Failure error={create.error} retry={() => create.reset()} />}
    </div>
  );
}
