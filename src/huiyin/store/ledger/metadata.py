"""The one `MetaData` every ledger table registers on."""

from importlib import import_module
from pkgutil import iter_modules

from sqlalchemy import MetaData

# Alembic can only drop or rename a constraint that has a name on every engine.
NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMING_CONVENTION)


def declared() -> MetaData:
    """Return the metadata with every table of this package on it, whoever has imported what so far."""
    package = import_module("huiyin.store.ledger")
    for module in iter_modules(package.__path__):
        if module.name.startswith("tables"):
            import_module(f"{package.__name__}.{module.name}")
    return metadata
