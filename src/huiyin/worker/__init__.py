"""What goes on without being asked: projecting, importing, watching, delivering."""

from huiyin.worker.loops import background

__all__ = ["background"]
