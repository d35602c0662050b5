"""Taxonomies over HTTP: read, edited, previewed, exported, put back."""

from __future__ import annotations

from fastapi import APIRouter, BackgroundTasks
from fastapi.responses import PlainTextResponse

from huiyin import access
from huiyin.analyse import taxonomies as room
from huiyin.analyse.taxonomies import AspectChange, Saved, Version
from huiyin.analyse.taxonomies.edits import changed_draft
from huiyin.analyse.taxonomies.examples import read_texts
from huiyin.bootstrap import Installation
from huiyin.text import available_taxonomies
from huiyin.text.editing import read_document, write_document
from huiyin.text.taxonomy import DIRECTIONS, TaxonomyNode
from huiyin.understand.audits.labels import labelled_examples
from huiyin.web.analyse.taxonomy_schemas import (
    AspectExampleOut,
    AspectIn,
    AspectNodeOut,
    AspectPatch,
    AspectPreviewIn,
    AspectPreviewOut,
    RenewalOut,
    TaxonomyDetailOut,
    TaxonomyDocumentIn,
    TaxonomyRestoreIn,
    TaxonomySavedOut,
    TaxonomySummaryOut,
    TaxonomyVersionOut,
)
from huiyin.web.deps import Analyst, App, ReadConnection, User, WriteConnection

router = APIRouter(tags=["taxonomies"])

_MORE = {value: name for name, value in DIRECTIONS.items()}


@router.get("/taxonomies", summary="Every taxonomy in force", response_model=list[TaxonomySummaryOut])
def get_taxonomies(app: App, connection: ReadConnection, _user: User) -> list[dict[str, object]]:
    """Return the taxonomies, packaged, edited and imported."""
    return [_summary(room.current_version(connection, name)) for name in app.taxonomies.current()]


@router.post(
    "/taxonomies", status_code=201, summary="Put a whole document in force", response_model=TaxonomySavedOut
)
def post_taxonomy(
    body: TaxonomyDocumentIn, app: App, connection: WriteConnection, user: Analyst, later: BackgroundTasks
) -> dict[str, object]:
    """Import YAML: a new taxonomy, or the next version of a known one."""
    document = read_document(body.document)
    saved = room.import_document(connection, document, by=user.username, clock=app.clock)
    return _in_force(app, connection, saved, user, later)


@router.get("/taxonomies/{name}", summary="One taxonomy with its words", response_model=TaxonomyDetailOut)
def get_taxonomy(name: str, connection: ReadConnection, _user: User) -> dict[str, object]:
    """Return the tree with seed words, what examples taught, and the examples themselves."""
    version = room.current_version(connection, name)
    texts = read_texts(connection, version.examples)
    tree = version.tree()
    heads = {head.aspect: head for head in version.heads}
    nodes = []
    for node in tree.nodes:
        head = heads.get(node.id)
        mine = [
            {**_example(each), "text": text}
            for each, text in zip(version.examples, texts, strict=True)
            if each.aspect == node.id
        ]
        nodes.append(_node(node, mine, head.words if head else (), len(head.grams) if head else 0))
    return _summary(version) | {"nodes": nodes}


@router.get(
    "/taxonomies/{name}/versions", summary="What changed when", response_model=list[TaxonomyVersionOut]
)
def get_versions(name: str, connection: ReadConnection, _user: User) -> list[dict[str, object]]:
    """Return every version, the newest first; the packaged one comes last."""
    return [_version(version) for version in room.list_versions(connection, name)]


@router.get("/taxonomies/{name}/document", summary="Export as YAML", response_class=PlainTextResponse)
def get_document(name: str, connection: ReadConnection, _user: Analyst) -> PlainTextResponse:
    """Return the version in force as YAML, examples included."""
    version = room.current_version(connection, name)
    return PlainTextResponse(
        write_document(room.export_document(version)),
        media_type="application/yaml",
        headers={"Content-Disposition": f'attachment; filename="{name}-{version.version}.yaml"'},
    )


@router.post("/taxonomies/{name}/preview", summary="What would this catch?", response_model=AspectPreviewOut)
def post_preview(
    name: str, body: AspectPreviewIn, app: App, connection: ReadConnection, _user: Analyst
) -> dict[str, object]:
    """Read the recent past with a draft: customers, opinions, where they are filed today, verbatims."""
    examples = [each.stored() for each in body.draft.examples]
    if body.aspect is None:
        drafted, edited = room.draft_of(connection, name, body.draft.draft(), examples)
    else:
        drafted, edited = changed_draft(connection, name, body.aspect, _change(body.draft))
    found = room.preview(
        app.facts,
        app.analyser,
        room.current_version(connection, name).tree(),
        drafted.tree(),
        edited.aspect,
        minimum_n=app.settings.minimum_n,
        days=body.days,
    )
    learned = [word for head in drafted.heads if head.aspect == edited.aspect for word in head.words]
    taken = [
        {"aspect": aspect, "opinions": count, **_named(app, aspect)} for aspect, count in found.taken_from
    ]
    fields = {field: getattr(found, field) for field in found.__slots__}
    return fields | {"learned": learned, "moved": edited.moved, "taken_from": taken}


@router.post(
    "/taxonomies/{name}/aspects", status_code=201, summary="Add an aspect", response_model=TaxonomySavedOut
)
def post_aspect(
    name: str, body: AspectIn, app: App, connection: WriteConnection, user: Analyst, later: BackgroundTasks
) -> dict[str, object]:
    """Add an aspect; it works for new voices at once, and history is read anew in the background."""
    examples = [each.stored() for each in body.examples]
    saved = room.add(connection, name, body.draft(), examples, by=user.username, clock=app.clock)
    return _in_force(app, connection, saved, user, later)


@router.patch(
    "/taxonomies/{name}/aspects/{aspect}", summary="Change an aspect", response_model=TaxonomySavedOut
)
def patch_aspect(
    name: str,
    aspect: str,
    body: AspectPatch,
    app: App,
    connection: WriteConnection,
    user: Analyst,
    later: BackgroundTasks,
) -> dict[str, object]:
    """Rename an aspect, or give it other seed words or examples."""
    saved = room.change(connection, name, aspect, _change(body), by=user.username, clock=app.clock)
    return _in_force(app, connection, saved, user, later)


@router.delete(
    "/taxonomies/{name}/aspects/{aspect}", summary="Retire an aspect", response_model=TaxonomySavedOut
)
def delete_aspect(
    name: str, aspect: str, app: App, connection: WriteConnection, user: Analyst, later: BackgroundTasks
) -> dict[str, object]:
    """Take an aspect and those below it out; its words go up to its parent."""
    saved = room.retire(connection, name, aspect, by=user.username, clock=app.clock)
    return _in_force(app, connection, saved, user, later)


@router.get(
    "/taxonomies/{name}/aspects/{aspect}/labelled",
    summary="What people labelled in audits",
    response_model=list[AspectExampleOut],
)
def get_labelled(
    name: str, aspect: str, connection: ReadConnection, _user: Analyst
) -> list[dict[str, object]]:
    """Return voices that people labelled with the aspect, and those that only the machine filed there."""
    found = labelled_examples(connection, name, aspect)
    texts = read_texts(connection, found)
    return [{**_example(each), "text": text} for each, text in zip(found, texts, strict=True) if text]


@router.post("/taxonomies/{name}/restore", summary="Put a version back", response_model=TaxonomySavedOut)
def post_restore(
    name: str,
    body: TaxonomyRestoreIn,
    app: App,
    connection: WriteConnection,
    user: Analyst,
    later: BackgroundTasks,
) -> dict[str, object]:
    """Put an earlier version in force again; it becomes the newest version."""
    saved = room.restore(connection, name, body.version_id, by=user.username, clock=app.clock)
    return _in_force(app, connection, saved, user, later)


@router.get("/renewal", summary="Is history being read anew?", response_model=RenewalOut)
def get_renewal(app: App, _user: User) -> dict[str, object]:
    """Return how far the rebuild of the facts has come; until its end pages show the facts as they were."""
    running = app.projector.renewal
    if running is None:
        state = "waiting" if app.projector.is_outdated() else "current"
        return {"state": state, "share": None, "voices": 0, "started_at": None}
    share = running.reached / running.newest if running.newest else 1.0
    return {
        "state": "running",
        "share": min(share, 1.0),
        "voices": running.voices,
        "started_at": running.started_at,
    }


def _in_force(
    app: Installation,
    connection: WriteConnection,
    saved: Saved,
    user: access.Principal,
    later: BackgroundTasks,
) -> dict[str, object]:
    """Note the edit, and let this process see it as soon as it is committed."""
    name = saved.version.taxonomy
    access.record(
        connection,
        f"taxonomy.{saved.version.change['kind']}",
        clock=app.clock,
        by=user,
        object_kind="taxonomy",
        object_id=saved.aspect or name,
    )
    later.add_task(app.taxonomies.current)
    return {"version": saved.version.version, "aspect": saved.aspect, "moved": saved.moved}


def _change(body: AspectPatch | AspectIn) -> AspectChange:
    return AspectChange(
        zh=body.zh,
        en=body.en or None,
        seeds=None if body.seeds is None else tuple(body.seeds),
        more=body.more,
        examples=None if body.examples is None else tuple(each.stored() for each in body.examples),
    )


def _summary(version: Version) -> dict[str, object]:
    name = version.taxonomy
    ships = room.packaged_version(name).version if name in available_taxonomies() else None
    return {
        "name": name,
        "zh": version.document["zh"],
        "en": version.document["en"],
        "version": version.version,
        "packaged": ships,
        "edited": version.id > 0,
        "aspects": len(version.tree().nodes),
    }


def _version(version: Version) -> dict[str, object]:
    return {
        "id": version.id,
        "version": version.version,
        "change": dict(version.change),
        "aspects": len(version.tree().nodes),
        "created_at": version.created_at,
        "created_by": version.created_by,
    }


def _node(
    node: TaxonomyNode, examples: list[dict[str, object]], learned: tuple[str, ...], grams: int
) -> AspectNodeOut:
    words = {
        field: [word.replace("_", " ") for word in getattr(node, field)]
        for field in ("seeds", "implied", "positive", "negative")
    }
    return AspectNodeOut.model_validate(
        {
            "id": node.id,
            "parent": node.parent,
            "zh": node.zh,
            "en": node.en,
            "level": node.level,
            "more": _MORE[node.more],
            "learned": list(learned),
            "grams": grams,
            "examples": examples,
            **words,
        }
    )


def _example(example: room.StoredExample) -> dict[str, object]:
    return {name: getattr(example, name) for name in ("feedback_id", "start", "end", "holds")}


def _named(app: Installation, aspect: str) -> dict[str, str]:
    if not aspect:
        return {"zh": "未归类", "en": "Nowhere"}
    name = app.names.name(aspect)
    return {"zh": " / ".join(name.path_zh), "en": " / ".join(name.path_en)}
