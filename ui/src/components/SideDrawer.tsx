import { Button, Drawer, type DrawerProps, type FormInstance } from "antd";
import type { ReactNode } from "react";
import { useIsPhone } from "@/components/useIsPhone";

interface SideProps extends Pick<DrawerProps, "title" | "extra" | "footer" | "onClose"> {
  width?: number;
  children: ReactNode;
}

/** An open drawer: beside the page, on phones rising from below. */
export function SideDrawer({ width = 480, ...rest }: SideProps) {
  const isPhone = useIsPhone();
  return <Drawer open {...rest} size={isPhone ? "92dvh" : width} placement={isPhone ? "bottom" : "right"} />;
}

interface FormProps<Draft> extends Omit<SideProps, "footer"> {
  form: FormInstance<Draft>;
  /** What the button says that sends the form. */
  submit: string;
  busy: boolean;
}

/** A drawer that holds one form, with the button that sends it always in sight. */
export function FormDrawer<Draft>({ form, submit, busy, ...rest }: FormProps<Draft>) {
  return (
    <SideDrawer
      {...rest}
      footer={
        <Button type="primary" block size="large" loading={busy} onClick={() => form.submit()}>
          {submit}
        </Button>
      }
    />
  );
}
