import { Component, type ReactNode } from "react";

/** The last net under the pages: a plain sentence and a way back instead of a white screen. */
export default class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="empty" role="alert">
        <h2>页面出错了 · Something went wrong</h2>
        <a className="link" href="/">
          返回总览 · Back to the overview
        </a>
      </div>
    );
  }
}
