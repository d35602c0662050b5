"""Taxonomies as an installation uses them: packaged ones, edited versions, previews, and history read anew."""

from huiyin.analyse.taxonomies.catalogue import Taxonomies, packaged
from huiyin.analyse.taxonomies.edits import (
    AspectChange,
    Saved,
    add,
    change,
    draft_of,
    import_document,
    restore,
    retire,
)
from huiyin.analyse.taxonomies.examples import StoredExample
from huiyin.analyse.taxonomies.preview import DAYS, Preview, Previewed, ledger_voices, preview, preview_of
from huiyin.analyse.taxonomies.versions import (
    Version,
    VersionNotFoundError,
    current_version,
    export_document,
    list_versions,
    packaged_version,
)

__all__ = [
    "DAYS",
    "AspectChange",
    "Preview",
    "Previewed",
    "Saved",
    "StoredExample",
    "Taxonomies",
    "Version",
    "VersionNotFoundError",
    "add",
    "change",
    "current_version",
    "draft_of",
    "export_document",
    "import_document",
    "ledger_voices",
    "list_versions",
    "packaged",
    "packaged_version",
    "preview",
    "preview_of",
    "restore",
    "retire",
]
